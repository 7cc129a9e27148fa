# SPDX-License-Identifier: GPL-3.0-or-later

# whimbrel_add_tests(NAME LABEL core|database|tsan|ui|cli|interop SOURCES tst_a.cpp ... [LIBRARIES ...] [TIMEOUT seconds])
# One executable tst_NAME of several test classes (linking is slow), and one test a class for CTest: NAME.Class.
# Each tst_<type>.cpp holds one class, registered with WHIMBREL_TEST(TstType); see tests/support/test.h.
# LABEL ui links the window's library and starts a QApplication on the offscreen platform.
# The target whimbrel_core_tests builds the tests that need no window: what the sanitizers of memory run; those of threads
# run what whimbrel_thread_tests builds, the suites labelled tsan.
add_custom_target(whimbrel_core_tests)
add_custom_target(whimbrel_thread_tests)

function(whimbrel_add_tests name)
    cmake_parse_arguments(arg "" "LABEL;TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    set(target tst_${name})
    add_executable(${target} ${arg_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE whimbrel_options whimbrel_core whimbrel_test_support ${arg_LIBRARIES})
    if(arg_LABEL STREQUAL "ui")
        target_precompile_headers(${target} REUSE_FROM whimbrel_test_pch_ui)
        target_link_libraries(${target} PRIVATE whimbrel_ui whimbrel_test_main_ui)
    else()
        target_precompile_headers(${target} REUSE_FROM whimbrel_test_pch)
        target_link_libraries(${target} PRIVATE whimbrel_test_main)
        if(arg_LABEL MATCHES "^(core|database|tsan)$")
            add_dependencies(whimbrel_core_tests ${target})
        endif()
        if(arg_LABEL STREQUAL "tsan")
            add_dependencies(whimbrel_thread_tests ${target})
        endif()
    endif()
    foreach(source IN LISTS arg_SOURCES)
        file(STRINGS ${source} registration REGEX "^WHIMBREL_TEST\\(")
        foreach(line IN LISTS registration)
            string(REGEX REPLACE "^WHIMBREL_TEST\\(([A-Za-z0-9_]+)\\).*" "\\1" class ${line})
            add_test(NAME ${name}.${class} COMMAND ${target} --class ${class})
            # A class that skips a test function counts as skipped: packaging/test fails on it.
            # Qt's own limit for a function is five minutes: that of the class is enough.
            set_tests_properties(${name}.${class} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT}
                SKIP_REGULAR_EXPRESSION "Totals: [0-9]+ passed, 0 failed, [1-9][0-9]* skipped"
                ENVIRONMENT "LANG=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000;QT_QPA_PLATFORM=offscreen;UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:allow_addr2line=1;ASAN_OPTIONS=detect_leaks=0:allow_addr2line=1;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/threads/tsan.supp;WHIMBREL_BUILD_DIR=${CMAKE_BINARY_DIR}")
        endforeach()
    endforeach()
endfunction()
