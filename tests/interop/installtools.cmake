# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D FROM=<folder with package.json> -D TO=<folder> -P installtools.cmake: `npm ci`, once for each lock file.
file(SHA256 ${FROM}/package-lock.json wanted)
if(EXISTS ${TO}/installed)
    file(READ ${TO}/installed present)
    if(present STREQUAL wanted)
        return()
    endif()
endif()
file(COPY ${FROM}/package.json ${FROM}/package-lock.json DESTINATION ${TO})
execute_process(COMMAND npm ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY ${TO} COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${TO}/installed ${wanted})
