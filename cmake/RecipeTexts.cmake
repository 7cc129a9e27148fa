# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -P cmake/RecipeTexts.cmake: writes down, for lupdate, the texts of resources/recipes that people see. Part of
# `--target update_translations`; tests/recipes notices where it was forgotten.

get_filename_component(source ${CMAKE_CURRENT_LIST_DIR} DIRECTORY)
file(GLOB recipes ${source}/resources/recipes/*/*.toml)
set(texts)
foreach(recipe IN LISTS recipes)
    file(READ ${recipe} content)
    string(REPLACE ";" "<semicolon>" content "${content}")
    string(REGEX MATCHALL "\n(title|summary|help) = \"[^\n]*\"" lines "\n${content}")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^\n[a-z]+ = " "" line "${line}")
        list(APPEND texts "${line}")
    endforeach()
endforeach()
list(REMOVE_DUPLICATES texts)
list(SORT texts CASE INSENSITIVE)

set(lines)
foreach(text IN LISTS texts)
    string(APPEND lines "    QT_TRANSLATE_NOOP(\"Whimbrel::Recipe\", ${text}),\n")
endforeach()
string(REPLACE "<semicolon>" ";" lines "${lines}")
file(WRITE ${source}/core/safety/recipes/recipetexts.cpp "// SPDX-License-Identifier: GPL-3.0-or-later
// Written by cmake/RecipeTexts.cmake from resources/recipes: not to be edited.
#include \"safety/recipes/recipetexts.h\"

#include <QtTranslation>

namespace Whimbrel {

namespace {

// clang-format off
constexpr const char *texts[] = {
${lines}};
// clang-format on

} // namespace

std::span<const char *const> recipeTexts()
{
    return texts;
}

} // namespace Whimbrel
")
