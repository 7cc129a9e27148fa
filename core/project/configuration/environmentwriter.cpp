// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/projectconfiguration.h"
#include "project/configuration/tomltext.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 number = duration.count();
    if (number == 0)
        return u"\"0\""_s;
    if (number % 60'000 == 0)
        return u"\"%1min\""_s.arg(number / 60'000);
    return number % 1000 == 0 ? u"\"%1s\""_s.arg(number / 1000) : u"\"%1ms\""_s.arg(number);
}

struct Setting
{
    const char *key;
    QString value; ///< as TOML; empty: the default, which needs no line
};

QList<Setting> settingsOf(const Environment &environment, const RunGuards &defaults)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QString() : tomlString(value); };
    const auto truth = [](bool value) { return value ? u"true"_s : QString(); };
    const auto guard = [](std::chrono::milliseconds value, std::chrono::milliseconds fallback) {
        return value == fallback ? QString() : durationText(value);
    };
    const RunGuards &guards = environment.guards;
    return {{"url", text(environment.url)},
            {"color", text(environment.color)},
            {"protected", truth(environment.isProtected)},
            {"read-only", truth(environment.readOnly)},
            {"role", text(environment.role)},
            {"search-path", text(environment.searchPath)},
            {"backup-file", text(environment.backupFile)},
            {"health-url", text(environment.healthUrl)},
            {"stall-budget", guard(guards.stallBudget, defaults.stallBudget)},
            {"give-up-after", guard(guards.giveUpAfter, defaults.giveUpAfter)},
            {"statement-timeout", guard(guards.statementTimeout, defaults.statementTimeout)},
            {"lock-timeout", guard(guards.lockTimeout, defaults.lockTimeout)}};
}

// A file's lines and what has to become of them. Lines are counted from 1, as the TOML library does.
class LineEditor
{
public:
    explicit LineEditor(const QByteArray &text) : m_lines(text.split('\n')) {}

    void replaceValue(const toml::source_region &region, const QString &value)
    {
        // The library counts columns in code points.
        const QList<uint> first = line(region.begin.line).toUcs4();
        const QList<uint> last = line(region.end.line).toUcs4();
        const auto part = [](const QList<uint> &points) { return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), points.size()); };
        const QString edited = part(first.mid(0, region.begin.column - 1)) + value + part(last.mid(region.end.column - 1));
        m_lines[region.begin.line - 1] = edited.toUtf8();
        for (qsizetype i = region.end.line; i > qsizetype(region.begin.line); --i)
            m_lines.removeAt(i - 1);
    }

    void removeLines(const toml::source_region &region) { m_lines.remove(region.begin.line - 1, region.end.line - region.begin.line + 1); }
    void insertAfter(qsizetype number, const QString &text) { m_lines.insert(number, text.toUtf8()); }

    void append(const QStringList &lines)
    {
        while (!m_lines.isEmpty() && m_lines.constLast().trimmed().isEmpty())
            m_lines.removeLast();
        if (!m_lines.isEmpty())
            m_lines << QByteArray();
        for (const QString &text : lines)
            m_lines << text.toUtf8();
        m_lines << QByteArray();
    }

    QByteArray text() const { return m_lines.join('\n'); }

private:
    QString line(qsizetype number) const { return QString::fromUtf8(m_lines.at(number - 1)); }

    QList<QByteArray> m_lines;
};

// From the last line to the first, so that the lines above stay where the library said they are.
void editTable(LineEditor &editor, const toml::table &table, const QList<Setting> &settings)
{
    struct Present
    {
        toml::source_region key;
        toml::source_region value;
        QString wanted;
    };
    QList<Present> present;
    QStringList missing;
    qsizetype lastLine = table.source().begin.line;
    for (const auto &[key, node] : table)
        lastLine = std::max<qsizetype>(lastLine, node.source().end.line);
    for (const Setting &setting : settings) {
        if (const auto found = table.find(setting.key); found != table.end())
            present << Present{found->first.source(), found->second.source(), setting.value};
        else if (!setting.value.isEmpty())
            missing << u"%1 = %2"_s.arg(QLatin1StringView(setting.key), setting.value);
    }
    for (qsizetype i = 0; i < missing.size(); ++i)
        editor.insertAfter(lastLine + i, missing.at(i));
    std::ranges::sort(present, [](const Present &a, const Present &b) { return b.key.begin < a.key.begin; });
    for (const Present &entry : std::as_const(present)) {
        if (entry.wanted.isEmpty())
            editor.removeLines({entry.key.begin, entry.value.end, {}});
        else
            editor.replaceValue(entry.value, entry.wanted);
    }
}

Error cannotEdit(const QString &file, const toml::source_region &place)
{
    return {.kind = ErrorKind::Project,
            .message = Text::tr("The environment is not written as a section of its own."),
            .detail = Text::tr("Nothing was changed."),
            .hint = Text::tr("Write it as [environment.NAME] with a line for each key, or change it by hand."),
            .code = {},
            .position = {file, static_cast<int>(place.begin.line), 0}};
}

Result<QByteArray> edited(const QByteArray &content, const QString &file, const Environment &environment, const RunGuards &defaults)
{
    const toml::table root = toml::parse(std::string_view(content.constData(), static_cast<size_t>(content.size()))); // load() has read it before
    const std::string name = environment.name.toStdString();
    const toml::table *environments = root["environment"].as_table();
    const toml::table *table = environments && environments->contains(name) ? environments->get(name)->as_table() : nullptr;
    LineEditor editor(content);
    const QList<Setting> settings = settingsOf(environment, defaults);
    if (table) {
        const bool ownSection = !table->is_inline() && content.split('\n').at(table->source().begin.line - 1).trimmed().startsWith('[');
        if (!ownSection)
            return std::unexpected(cannotEdit(file, table->source()));
        editTable(editor, *table, settings);
        return editor.text();
    }
    if (environments && environments->is_inline())
        return std::unexpected(cannotEdit(file, environments->source()));
    QStringList lines{u"[environment.%1]"_s.arg(tomlKey(environment.name))};
    for (const Setting &setting : settings) {
        if (!setting.value.isEmpty())
            lines << u"%1 = %2"_s.arg(QLatin1StringView(setting.key), setting.value);
    }
    editor.append(lines);
    return editor.text();
}

} // namespace

QString tomlString(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\';
        if (c < u' ' || c == QChar(0x7f))
            result += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + u'"';
}

QString tomlKey(const QString &key)
{
    const auto isBare = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
    };
    return !key.isEmpty() && std::ranges::all_of(key, isBare) ? key : tomlString(key);
}

Result<> saveEnvironment(const QDir &folder, const Environment &environment)
{
    if (urlHoldsPassword(environment.url)) {
        return failure(ErrorKind::Usage, Text::tr("The database's address holds a password, which is not written into whimbrel.toml."),
                       Text::tr("Leave it out of the address: it is kept in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database's own password file."));
    }
    const Result<ProjectConfiguration> before = ProjectConfiguration::load(folder);
    if (!before)
        return std::unexpected(before.error());
    const QString path = folder.absoluteFilePath(u"whimbrel.toml"_s);
    QFile old(path);
    if (!old.open(QIODevice::ReadOnly) && old.exists()) // load() could read it: somebody else is at it
        return failure(ErrorKind::Io, Text::tr("whimbrel.toml cannot be read: %1.").arg(old.errorString()), Text::tr("Nothing was changed; check the folder and the disk."));
    const QByteArray content = old.isOpen() ? old.readAll() : QByteArray();
    const Result<QByteArray> text = edited(content, path, environment, before->guards);
    if (!text)
        return std::unexpected(text.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*text) != text->size() || !file.commit()) {
        return failure(ErrorKind::Io, Text::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(path), file.errorString()),
                       Text::tr("Nothing was changed; check the folder and the disk."));
    }
    return {};
}

} // namespace Whimbrel
