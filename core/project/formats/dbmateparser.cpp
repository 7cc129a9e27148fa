// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/dbmateparser.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

// One block of a file, from its marker line to the next marker or the end.
struct Section
{
    Direction direction = Direction::Up;
    TextPosition start{};
    qsizetype end = 0;
    bool transaction = true;
};

struct MarkedFile
{
    QList<Section> sections;
    int statementBefore = 0; ///< line of the first text before the first marker that is no comment; 0: none
    int indentedMarker = 0;  ///< line of what looks like a marker but does not begin its line; 0: none
};

bool isSpace(QChar c) // Go's \s
{
    return c == u' ' || c == u'\t' || c == u'\r' || c == u'\f' || c == u'\n';
}

QStringView skipSpace(QStringView text)
{
    const auto first = std::ranges::find_if_not(text, isSpace);
    return text.sliced(first - text.begin());
}

// dbmate takes the rest of a marker's line for options: words with one colon each; it knows transaction:false alone.
bool asksForTransaction(QStringView options)
{
    bool transaction = true;
    while (!(options = skipSpace(options)).isEmpty()) {
        const qsizetype length = std::ranges::find_if(options, isSpace) - options.begin();
        const QStringView option = options.first(length);
        if (option.startsWith("transaction:"_L1) && option.count(u':') == 1)
            transaction = option != "transaction:false"_L1;
        options = options.sliced(length);
    }
    return transaction;
}

// The marker that `line` is: in lower case, at the very start of the line, with any white space between its two parts.
std::optional<Section> marker(QStringView line)
{
    if (!line.startsWith("--"_L1))
        return {};
    QStringView rest = skipSpace(line.sliced(2));
    const bool up = rest.startsWith("migrate:up"_L1);
    if (!up && !rest.startsWith("migrate:down"_L1))
        return {};
    rest = rest.sliced(up ? 10 : 12);
    if (!rest.isEmpty() && !isSpace(rest.front()))
        return {};
    return Section{.direction = up ? Direction::Up : Direction::Down, .transaction = asksForTransaction(rest)};
}

MarkedFile readMarkers(QStringView text)
{
    MarkedFile file;
    int number = 1;
    for (qsizetype at = 0; at < text.size(); ++number) {
        const qsizetype newline = text.indexOf(u'\n', at);
        const QStringView line = text.sliced(at, (newline < 0 ? text.size() : newline) - at);
        std::optional<Section> section = marker(line);
        if (section && file.sections.isEmpty() && section->direction == Direction::Down)
            section.reset(); // to dbmate a comment like any other before the first up marker
        if (section) {
            if (!file.sections.isEmpty())
                file.sections.last().end = at;
            section->start = {at, number, 1};
            section->end = text.size();
            file.sections << *section;
        } else if (file.indentedMarker == 0 && !line.isEmpty() && isSpace(line.front()) && marker(skipSpace(line))) {
            file.indentedMarker = number;
        }
        if (file.sections.isEmpty() && file.statementBefore == 0) {
            const QStringView content = skipSpace(line);
            if (!content.isEmpty() && !content.startsWith("--"_L1))
                file.statementBefore = number;
        }
        at = newline < 0 ? text.size() : newline + 1;
    }
    return file;
}

Error fileError(const QString &file, int line, const QString &message, const QString &hint)
{
    return {.kind = ErrorKind::Project, .message = message, .detail = {}, .hint = hint, .code = {}, .position = {file, line, 0}};
}

QString markerHint(const MarkedFile &file)
{
    if (file.indentedMarker > 0)
        return Text::tr("Line %1 looks like a marker: it has to begin at the start of its line.").arg(file.indentedMarker);
    return Text::tr("Put “-- migrate:up” above the statements to apply and “-- migrate:down” above those that undo them, each on a line "
                    "of its own, in lower case.");
}

// What dbmate refuses: it wants pairs, up before down, and nothing but comments before the first.
std::optional<Error> refusal(const MarkedFile &file, const QString &name)
{
    const QList<Section> &sections = file.sections;
    if (sections.isEmpty())
        return fileError(name, 1, Text::tr("The file has no “-- migrate:up” line."), markerHint(file));
    if (file.statementBefore > 0) {
        return fileError(name, file.statementBefore, Text::tr("Something other than a comment stands before the first “-- migrate:up” line."),
                         Text::tr("Move it below the marker; dbmate refuses the file otherwise."));
    }
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const Direction wanted = i % 2 == 0 ? Direction::Up : Direction::Down;
        if (sections.at(i).direction == wanted)
            continue;
        if (wanted == Direction::Up) {
            return fileError(name, sections.at(i).start.line, Text::tr("This “-- migrate:down” has no “-- migrate:up” before it."),
                             Text::tr("Each pair of sections begins with “-- migrate:up”; dbmate refuses the file otherwise."));
        }
        return fileError(name, sections.at(i - 1).start.line, Text::tr("No “-- migrate:down” follows this “-- migrate:up”."), markerHint(file));
    }
    if (sections.size() % 2 != 0) {
        return fileError(name, sections.constLast().start.line, Text::tr("No “-- migrate:down” follows this “-- migrate:up”."),
                         file.indentedMarker > 0 ? markerHint(file)
                                                 : Text::tr("Add a line “-- migrate:down” at the end; the section may stay empty. dbmate refuses the "
                                                            "file otherwise."));
    }
    return {};
}

// From the direction's first section to its last, with the other direction's text between them made blank.
MigrationScript script(QString text, const QList<Section> &sections, Direction direction)
{
    static const QRegularExpression anything(u"[^\n]"_s);
    MigrationScript result;
    if (sections.size() == 2) { // as nearly always: then a large text that nobody else holds is not copied
        const Section &section = sections.at(direction == Direction::Up ? 0 : 1);
        result.start = section.start;
        result.exists = true;
        result.transaction = section.transaction;
        result.text = std::move(text).sliced(section.start.offset, section.end - section.start.offset);
        return result;
    }
    QString blank; // only kept if another section of this direction follows
    for (const Section &section : sections) {
        const QStringView content = QStringView(text).sliced(section.start.offset, section.end - section.start.offset);
        if (section.direction != direction) {
            if (result.exists && &section != &sections.constLast())
                blank = content.toString().replace(anything, u" "_s);
            continue;
        }
        if (!result.exists)
            result.start = section.start;
        result.exists = true;
        result.transaction = result.transaction && section.transaction;
        result.text.append(blank).append(content);
    }
    return result;
}

} // namespace

Result<MigrationScripts> parseDbmate(QString text, const QString &displayFile)
{
    const auto isText = [](QChar c) { return !isSpace(c); };
    if (std::ranges::none_of(text, isText)) {
        return std::unexpected(fileError(displayFile, 0, Text::tr("The file is empty."),
                                         Text::tr("Write a “-- migrate:up” and a “-- migrate:down” section into it, or remove it.")));
    }
    if (const qsizetype nul = text.indexOf(QChar(u'\0')); nul >= 0) {
        const int line = static_cast<int>(QStringView(text).first(nul).count(u'\n')) + 1;
        return std::unexpected(fileError(displayFile, line, Text::tr("The text holds a NUL character; SQL text never does."), Text::tr("Remove it.")));
    }
    const MarkedFile file = readMarkers(text);
    if (const std::optional<Error> error = refusal(file, displayFile))
        return std::unexpected(*error);

    MigrationScripts scripts;
    scripts.speaksToWhimbrel = text.contains("whimbrel:"_L1);
    scripts.down = script(text, file.sections, Direction::Down);
    scripts.up = script(std::move(text), file.sections, Direction::Up);
    if (file.sections.size() > 2) {
        scripts.problems << ScriptProblem{file.sections.at(2).start,
                                          Text::tr("The file has several pairs of sections. dbmate applies the first and then fails, because it records the "
                                                   "version once for each; Whimbrel runs them all and records it once.")};
    }
    return scripts;
}

bool hasDbmateMarker(QStringView text)
{
    return !readMarkers(text).sections.isEmpty(); // the first is an up marker
}

} // namespace Whimbrel
