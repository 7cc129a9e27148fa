# SPDX-License-Identifier: GPL-3.0-or-later
# The interface target whimbrel_options carries language level, warnings, Qt's strict modes and sanitizers.

set(WHIMBREL_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime)
    # Other checkouts of the same text share results; not clang's, whose precompiled headers name the file they were made of.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        list(APPEND CMAKE_CXX_COMPILER_LAUNCHER CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1)
    endif()
    list(APPEND CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(whimbrel_options INTERFACE)
target_compile_features(whimbrel_options INTERFACE cxx_std_23)
target_compile_options(whimbrel_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wsuggest-override
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>") # ccache knows by the content
target_compile_definitions(whimbrel_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_DISABLE_DEPRECATED_UP_TO=0x060500)

# What people run calls its own functions directly: nobody puts others in their place.
target_compile_options(whimbrel_options INTERFACE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-fno-semantic-interposition>)
target_link_options(whimbrel_options INTERFACE $<$<CONFIG:Release>:LINKER:-Bsymbolic-functions>)

if(WHIMBREL_SANITIZE)
    target_compile_options(whimbrel_options INTERFACE -fsanitize=${WHIMBREL_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(whimbrel_options INTERFACE -fsanitize=${WHIMBREL_SANITIZE})
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    target_link_options(whimbrel_options INTERFACE -fuse-ld=mold)
endif()
