// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklistfile.h"

#include "checklist/probe.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <toml++/toml.hpp>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ChecklistFile)
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Reads one file; every error knows its line.
class Reader
{
public:
    explicit Reader(QString displayName)
        : m_file(std::move(displayName))
    {
    }

    Result<ChecklistTemplate> read(const toml::table &root)
    {
        ChecklistTemplate own{.name = m_file, .items = {}};
        QStringList without;
        bool extends = false;
        for (const auto &[key, node] : root) {
            const QString name = text(key.str());
            Result<> result;
            if (name == "name"_L1)
                result = readString(node, name, own.name);
            else if (name == "extends"_L1)
                result = readExtends(node, extends);
            else if (name == "without"_L1)
                result = readWithout(node, without);
            else if (!releasePhaseFromId(name))
                result = fail(key.source(), Tr::tr("The key “%1” is not known.").arg(name),
                              Tr::tr("Known are name, extends, without, [[before]], [[during]] and [[after]]."));
            if (!result)
                return std::unexpected(result.error());
        }
        for (ReleasePhase phase : allReleasePhases) {
            const toml::node *node = root.get(releasePhaseId(phase).toStdString());
            if (Result<> result = node ? readItems(*node, phase, own.items) : Result<>{}; !result)
                return std::unexpected(result.error());
        }
        return assemble(root, own, extends, without);
    }

private:
    std::unexpected<Error> fail(const toml::source_region &where, const QString &message, const QString &hint = {}) const
    {
        Error error{.kind = ErrorKind::Project, .message = message, .detail = {}, .hint = hint, .code = {}, .position = {}};
        error.position = {.file = m_file, .line = static_cast<int>(where.begin.line), .column = static_cast<int>(where.begin.column)};
        return std::unexpected(error);
    }

    Result<> readString(const toml::node &node, const QString &key, QString &value) const
    {
        const auto *string = node.as_string();
        if (!string)
            return fail(node.source(), Tr::tr("“%1” must be a text in quotes.").arg(key));
        value = text(string->get()).trimmed();
        return {};
    }

    Result<> readExtends(const toml::node &node, bool &extends) const
    {
        QString value;
        if (Result<> result = readString(node, u"extends"_s, value); !result)
            return result;
        if (value != "standard"_L1)
            return fail(node.source(), Tr::tr("There is no checklist “%1” to extend.").arg(value), Tr::tr("Write extends = \"standard\"."));
        extends = true;
        return {};
    }

    Result<> readWithout(const toml::node &node, QStringList &without) const
    {
        const toml::array *array = node.as_array();
        if (!array)
            return fail(node.source(), Tr::tr("“without” must be a list of item ids."));
        const ChecklistTemplate standard = ChecklistTemplate::standard();
        for (const toml::node &each : *array) {
            QString id;
            if (Result<> result = readString(each, u"without"_s, id); !result)
                return result;
            if (!standard.item(id))
                return fail(each.source(), Tr::tr("The standard checklist has no item “%1”.").arg(id));
            without << id;
        }
        return {};
    }

    Result<> readItems(const toml::node &node, ReleasePhase phase, QList<ChecklistItem> &items) const
    {
        const toml::array *array = node.as_array();
        for (qsizetype i = 0; array && i < static_cast<qsizetype>(array->size()); ++i) {
            const toml::table *table = array->get(static_cast<size_t>(i))->as_table();
            if (!table)
                array = nullptr;
            else if (Result<> result = readItem(*table, phase, items); !result)
                return result;
        }
        if (!array)
            return fail(node.source(), Tr::tr("Items are written as [[%1]] with id and title below.").arg(releasePhaseId(phase)));
        return {};
    }

    Result<> readItem(const toml::table &table, ReleasePhase phase, QList<ChecklistItem> &items) const
    {
        ChecklistItem item;
        item.phase = phase;
        const QMap<QString, QString *> fields{{u"id"_s, &item.id}, {u"title"_s, &item.title}, {u"help"_s, &item.help}, {u"probe"_s, &item.probe}};
        for (const auto &[key, node] : table) {
            const QString name = text(key.str());
            if (!fields.contains(name))
                return fail(key.source(), Tr::tr("The key “%1” is not known.").arg(name), Tr::tr("An item has id, title, help and probe."));
            if (Result<> result = readString(node, name, *fields.value(name)); !result)
                return result;
        }
        static const QRegularExpression idForm(u"^[a-z0-9][a-z0-9-]*$"_s);
        if (!idForm.match(item.id).hasMatch())
            return fail(table.source(), Tr::tr("An item needs an id of lower-case letters, digits and hyphens."));
        if (item.title.isEmpty())
            return fail(table.source(), Tr::tr("The item “%1” needs a title.").arg(item.id));
        if (!item.probe.isEmpty() && !probe(item.probe))
            return fail(table.source(), Tr::tr("There is no check “%1”.").arg(item.probe), Tr::tr("Checks are: %1.").arg(probeIds()));
        for (const ChecklistItem &other : items) {
            if (other.id == item.id)
                return fail(table.source(), Tr::tr("There are two items “%1”.").arg(item.id));
        }
        items << item;
        return {};
    }

    Result<ChecklistTemplate> assemble(const toml::table &root, const ChecklistTemplate &own, bool extends, const QStringList &without) const
    {
        if (!extends && !without.isEmpty())
            return fail(root.source(), Tr::tr("“without” leaves out items of a checklist that is extended, and none is."),
                        Tr::tr("Add extends = \"standard\"."));
        ChecklistTemplate result{.name = own.name, .items = {}};
        const ChecklistTemplate standard = extends ? ChecklistTemplate::standard() : ChecklistTemplate{};
        // Phase by phase, the standard's items first; an own item with the id of one of them takes its place.
        for (ReleasePhase phase : allReleasePhases) {
            for (const ChecklistItem &each : standard.items) {
                if (each.phase == phase && !without.contains(each.id) && !own.item(each.id))
                    result.items << each;
            }
            for (const ChecklistItem &each : own.items) {
                if (each.phase == phase)
                    result.items << each;
            }
        }
        if (result.items.isEmpty())
            return fail(root.source(), Tr::tr("The checklist has no items."), Tr::tr("Add [[before]] with id and title, or extends = \"standard\"."));
        return result;
    }

    static QString probeIds()
    {
        QStringList ids;
        for (const auto &each : probes())
            ids << each->id();
        return ids.join(", "_L1);
    }

    QString m_file;
};
} // namespace

Result<ChecklistTemplate> readChecklistFile(const QString &path, const QString &displayName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error{.kind = ErrorKind::Project, .message = Tr::tr("%1 cannot be read: %2.").arg(displayName, file.errorString()),
                    .detail = {}, .hint = {}, .code = {}, .position = {.file = displayName}};
        return std::unexpected(error);
    }
    const QByteArray content = file.readAll();
    try {
        const toml::table root = toml::parse(std::string_view(content.constData(), static_cast<size_t>(content.size())));
        return Reader(displayName).read(root);
    } catch (const toml::parse_error &problem) {
        Error error{.kind = ErrorKind::Project, .message = text(problem.description()), .detail = {}, .hint = {}, .code = {}, .position = {}};
        error.position = {.file = displayName, .line = static_cast<int>(problem.source().begin.line),
                          .column = static_cast<int>(problem.source().begin.column)};
        return std::unexpected(error);
    }
}

} // namespace Whimbrel
