// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/tomltable.h"

#include "project/configuration/projectconfiguration.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

std::string_view view(QByteArrayView key)
{
    return {key.data(), static_cast<size_t>(key.size())};
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

FilePosition filePosition(const QString &file, const toml::source_region &source)
{
    return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

} // namespace

struct TomlTable::Node
{
    const toml::table &table;
    const QString &file;
    std::optional<Error> &error; ///< shared by all tables of one file
};

TomlTable::TomlTable(const Node &node) : m_node(std::make_unique<Node>(node)) {}
TomlTable::~TomlTable() = default;

Result<> TomlTable::parse(const QByteArray &content, const QString &file, const std::function<void(TomlTable &)> &read)
{
    try {
        const toml::table table = toml::parse(view(content));
        std::optional<Error> error;
        TomlTable root(Node{table, file, error});
        read(root);
        if (error)
            return std::unexpected(*error);
        return {};
    } catch (const toml::parse_error &problem) {
        return std::unexpected(Error{.kind = ErrorKind::Project,
                                     .message = Text::tr("This is not valid TOML: %1.").arg(text(problem.description())),
                                     .detail = {},
                                     .hint = Text::tr("Texts stand in double quotes, a section begins with [name], and no key may be there twice."),
                                     .code = {},
                                     .position = filePosition(file, problem.source())});
    }
}

void TomlTable::read(const char *key, QString &value)
{
    m_known << key;
    const toml::node *node = m_node->table.get(key);
    if (!node)
        return;
    if (const auto *string = node->as_string())
        value = text(string->get());
    else
        wrongType(key, Text::tr("Write a text in double quotes."));
}

void TomlTable::read(const char *key, bool &value)
{
    m_known << key;
    const toml::node *node = m_node->table.get(key);
    if (!node)
        return;
    if (const auto *boolean = node->as_boolean())
        value = boolean->get();
    else
        wrongType(key, Text::tr("Write true or false, without quotes."));
}

void TomlTable::read(const char *key, QStringList &value)
{
    m_known << key;
    const toml::node *node = m_node->table.get(key);
    if (!node)
        return;
    const toml::array *array = node->as_array();
    if (!array || !std::ranges::all_of(*array, [](const toml::node &element) { return element.is_string(); })) {
        wrongType(key, Text::tr("Write a list of texts, such as [\"db/migrations\"]."));
        return;
    }
    value.clear();
    for (const toml::node &element : *array)
        value << text(element.as_string()->get());
}

void TomlTable::read(const char *key, std::chrono::milliseconds &value)
{
    QString written;
    read(key, written);
    if (written.isNull())
        return;
    if (const Result<std::chrono::milliseconds> duration = parseDuration(written))
        value = *duration;
    else
        fail(key, duration.error().message, duration.error().hint);
}

void TomlTable::readTable(const char *key, const std::function<void(TomlTable &)> &read)
{
    m_known << key;
    const toml::node *node = m_node->table.get(key);
    if (!node)
        return;
    if (const toml::table *table = node->as_table()) {
        TomlTable inner(Node{*table, m_node->file, m_node->error});
        read(inner);
    } else {
        wrongType(key, Text::tr("Write a section that begins with [%1].").arg(QLatin1StringView(key)));
    }
}

void TomlTable::readTables(const char *key, const std::function<void(TomlTable &, const QString &)> &read)
{
    readTable(key, [&read](TomlTable &outer) {
        std::vector<std::pair<toml::source_position, std::string>> names; // the library sorts by name, people by place
        for (const auto &[name, node] : outer.m_node->table)
            names.emplace_back(node.source().begin, std::string(name.str()));
        std::ranges::sort(names, [](const auto &a, const auto &b) { return a.first < b.first; });
        for (const auto &[position, name] : names) {
            const QByteArray inner = QByteArray::fromStdString(name);
            outer.readTable(inner.constData(), [&](TomlTable &table) { read(table, QString::fromUtf8(inner)); });
        }
    });
}

QStringList TomlTable::keys() const
{
    QStringList keys;
    for (const auto &[key, node] : m_node->table)
        keys << text(key.str());
    return keys;
}

void TomlTable::refuseOthers()
{
    const toml::key *unknown = nullptr;
    for (const auto &[key, node] : m_node->table) {
        const bool isKnown = m_known.contains(QByteArrayView(key.str()).toByteArray());
        if (!isKnown && (!unknown || key.source().begin < unknown->source().begin))
            unknown = &key;
    }
    if (!unknown || m_node->error)
        return;
    QStringList known;
    for (const QByteArray &key : std::as_const(m_known))
        known << QString::fromUtf8(key);
    known.sort();
    fail(QByteArrayView(unknown->str()), Text::tr("The key “%1” is not known here.").arg(text(unknown->str())),
         Text::tr("Known are: %1.").arg(known.join(u", "_s)));
    m_node->error->position = filePosition(m_node->file, unknown->source());
}

void TomlTable::fail(QByteArrayView key, const QString &message, const QString &hint)
{
    if (m_node->error)
        return;
    m_node->error = Error{.kind = ErrorKind::Project, .message = message, .detail = {}, .hint = hint, .code = {}, .position = position(key)};
}

void TomlTable::failAt(QByteArrayView key, qsizetype element, const QString &message, const QString &hint)
{
    if (m_node->error)
        return;
    fail(key, message, hint);
    const toml::array *array = m_node->table.get_as<toml::array>(view(key));
    if (const toml::node *node = array ? array->get(static_cast<size_t>(element)) : nullptr)
        m_node->error->position = filePosition(m_node->file, node->source());
}

FilePosition TomlTable::position(QByteArrayView key) const
{
    const toml::node *node = key.isEmpty() ? nullptr : m_node->table.get(view(key));
    return filePosition(m_node->file, node ? node->source() : m_node->table.source());
}

const std::optional<Error> &TomlTable::error() const
{
    return m_node->error;
}

void TomlTable::wrongType(const char *key, const QString &hint)
{
    fail(key, Text::tr("The value of “%1” has the wrong type.").arg(QLatin1StringView(key)), hint);
}

} // namespace Whimbrel
