# SPDX-License-Identifier: GPL-3.0-or-later
# libpg_query, PostgreSQL's parser as a library: the target PgQuery::PgQuery. Version 17, with the headers of its own tree.
include(FindPackageHandleStandardArgs)

find_path(PgQuery_INCLUDE_DIR pg_query.h)
find_path(PgQuery_INTERNAL_INCLUDE_DIR pg_query_internal.h HINTS ${PgQuery_INCLUDE_DIR}/pg_query)
find_library(PgQuery_LIBRARY pg_query)
if(PgQuery_INCLUDE_DIR AND EXISTS ${PgQuery_INCLUDE_DIR}/pg_query.h)
    file(STRINGS ${PgQuery_INCLUDE_DIR}/pg_query.h PgQuery_VERSION REGEX "define PG_MAJORVERSION ")
    string(REGEX REPLACE ".*\"([0-9]+)\".*" "\\1" PgQuery_VERSION "${PgQuery_VERSION}")
endif()
find_package_handle_standard_args(PgQuery
    REQUIRED_VARS PgQuery_LIBRARY PgQuery_INCLUDE_DIR PgQuery_INTERNAL_INCLUDE_DIR
    VERSION_VAR PgQuery_VERSION
    REASON_FAILURE_MESSAGE "Whimbrel reads PostgreSQL's own parse tree: it needs libpg_query 17 with pg_query_internal.h and the \
postgres/ headers beside it, as Debian's libpg-query-dev installs them")

if(PgQuery_FOUND AND NOT TARGET PgQuery::PgQuery)
    add_library(PgQuery::PgQuery UNKNOWN IMPORTED)
    set_target_properties(PgQuery::PgQuery PROPERTIES
        IMPORTED_LOCATION ${PgQuery_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES "${PgQuery_INCLUDE_DIR};${PgQuery_INTERNAL_INCLUDE_DIR};${PgQuery_INTERNAL_INCLUDE_DIR}/postgres")
endif()
