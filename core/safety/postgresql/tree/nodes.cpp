// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/nodes.h"

#include <unordered_set>

namespace Whimbrel::PgTree {

namespace {

struct Hash
{
    size_t operator()(Text text) const { return std::hash<Text>()(text); }
    size_t operator()(const Name &name) const { return std::hash<Text>()(name.name) ^ (std::hash<Text>()(name.schema) << 1); }
};

template <typename Value>
void removeDuplicates(std::vector<Value> &list)
{
    if (list.size() < 2)
        return;
    if (list.size() > 16) {
        std::unordered_set<Value, Hash> seen;
        std::erase_if(list, [&seen](const Value &value) { return !seen.insert(value).second; });
        return;
    }
    auto end = list.begin();
    for (const Value &value : list) {
        if (std::find(list.begin(), end, value) == end)
            *end++ = value;
    }
    list.erase(end, list.end());
}

} // namespace

void unique(std::vector<Text> &list)
{
    removeDuplicates(list);
}

void unique(std::vector<Name> &list)
{
    removeDuplicates(list);
}

Name nameOf(const RangeVar *relation)
{
    return relation ? Name{text(relation->schemaname), text(relation->relname)} : Name{};
}

Name nameOf(const ::List *names)
{
    const size_t count = size(names);
    Name name;
    if (count > 0 && is(at<Node>(names, count - 1), T_String))
        name.name = text(at<::String>(names, count - 1));
    if (count > 1 && is(at<Node>(names, count - 2), T_String))
        name.schema = text(at<::String>(names, count - 2));
    return name;
}

std::vector<Text> texts(const ::List *strings)
{
    std::vector<Text> result;
    result.reserve(size(strings));
    for (const Node *node : each<Node>(strings)) {
        if (is(node, T_String))
            result.push_back(text(as<::String>(node)));
    }
    return result;
}

std::string roleName(const RoleSpec *role)
{
    if (!role)
        return {};
    switch (role->roletype) {
    case ROLESPEC_CSTRING:
        return std::string(text(role->rolename));
    case ROLESPEC_CURRENT_ROLE:
        return "current_role";
    case ROLESPEC_CURRENT_USER:
        return "current_user";
    case ROLESPEC_SESSION_USER:
        return "session_user";
    case ROLESPEC_PUBLIC:
        return "public";
    }
    return {};
}

std::string joined(const ::List *strings, char separator)
{
    std::string result;
    for (const Text part : texts(strings)) {
        if (!result.empty())
            result += separator;
        result += part;
    }
    return result;
}

std::string valueText(const Node *node)
{
    if (!node)
        return {};
    switch (node->type) {
    case T_A_Const: {
        const A_Const *constant = as<A_Const>(node);
        return constant->isnull ? std::string("NULL") : valueText(&constant->val.node);
    }
    case T_Integer:
        return std::to_string(as<::Integer>(node)->ival);
    case T_Float:
        return std::string(text(as<::Float>(node)->fval));
    case T_Boolean:
        return as<::Boolean>(node)->boolval ? "true" : "false";
    case T_String:
        return std::string(text(as<::String>(node)));
    case T_BitString:
        return std::string(text(as<::BitString>(node)->bsval));
    case T_TypeCast:
        return valueText(as<TypeCast>(node)->arg);
    case T_TypeName:
        return std::string(nameOf(as<::TypeName>(node)->names).name);
    case T_List:
        return joined(as<::List>(node));
    default:
        return {};
    }
}

const DefElem *option(const ::List *options, Text name)
{
    for (const DefElem *element : each<DefElem>(options)) {
        if (text(element->defname) == name)
            return element;
    }
    return nullptr;
}

void addOption(const DefElem *option, Operation &operation, Text missing)
{
    std::string name(text(option->defnamespace));
    if (!name.empty())
        name += '.';
    operation.options.emplace_back(name + std::string(text(option->defname)), option->arg ? valueText(option->arg) : std::string(missing));
}

bool isOn(const DefElem *option)
{
    if (!option)
        return false;
    const std::string value = option->arg ? valueText(option->arg) : std::string("true");
    return value != "false" && value != "off" && value != "0";
}

} // namespace Whimbrel::PgTree
