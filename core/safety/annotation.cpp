// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/annotation.h"

#include "project/configuration/guardlimits.h"
#include "sql/lexer.h"
#include "sql/splitter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr auto prefix = "whimbrel:"_L1;

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// The words behind the prefix of a line comment; nothing if it is not meant for Whimbrel.
std::optional<QStringView> wordsOf(QStringView comment)
{
    if (!comment.startsWith("--"_L1))
        return std::nullopt;
    const QStringView content = comment.sliced(2).trimmed();
    if (!content.startsWith(prefix))
        return std::nullopt;
    return content.sliced(prefix.size()).trimmed();
}

void setWords(Annotation &annotation, QStringView words)
{
    const auto space = std::ranges::find_if(words, [](QChar c) { return c.isSpace(); });
    annotation.word = QStringView(words.begin(), space).toString();
    annotation.rest = QStringView(space, words.end()).trimmed().toString();
}

bool holdsLineEnd(QStringView text)
{
    return text.contains(u'\n') || text.contains(u'\r');
}

/// Finds the comments in a script whose statements are known. Offsets are from the start of the script's text.
class AnnotationReader
{
public:
    AnnotationReader(const AnalysisInput &input, Dialect dialect)
        : m_input(input)
        , m_text(input.text)
        , m_dialect(dialect)
    {
    }

    QList<Annotation> read();

private:
    qsizetype beginOf(qsizetype statement) const { return statementAt(statement).start.offset - m_input.start.offset; }
    qsizetype endOf(qsizetype statement) const { return statementAt(statement).end() - m_input.start.offset; }
    const Statement &statementAt(qsizetype index) const { return m_input.statements.at(index); }

    void readHead();
    void readRange(qsizetype from, qsizetype to, qsizetype statement);
    void add(qsizetype begin, qsizetype end, QStringView words, qsizetype statement);
    void attach(Annotation &annotation, qsizetype begin, qsizetype next) const;
    void attachInside(Annotation &annotation, qsizetype begin, qsizetype statement) const;

    const AnalysisInput &m_input;
    const QStringView m_text;
    const Dialect m_dialect;
    QList<Annotation> m_result;
};

QList<Annotation> AnnotationReader::read()
{
    readHead();
    if (!m_text.contains(prefix))
        return m_result;
    qsizetype gap = 0;
    for (qsizetype i = 0; i < m_input.statements.size(); ++i) {
        const qsizetype begin = beginOf(i);
        readRange(gap, begin, -1);
        readRange(begin, begin + statementAt(i).text.size(), i);
        gap = endOf(i);
    }
    readRange(gap, m_text.size(), -1);
    return m_result;
}

void AnnotationReader::readHead()
{
    if (m_input.head.isEmpty() || m_input.start.offset < m_input.head.size())
        return;
    const QStringView head = m_input.head;
    for (qsizetype line = 0; line < head.size();) {
        qsizetype end = head.indexOf(u'\n', line);
        if (end < 0)
            end = head.size();
        const QStringView comment = head.sliced(line, end - line).trimmed();
        if (const auto words = wordsOf(comment)) {
            const qsizetype begin = head.indexOf(comment, line);
            Annotation annotation;
            annotation.target = Annotation::Target::File;
            annotation.fromHead = true;
            setWords(annotation, *words);
            annotation.start = positionAt(head, begin);
            annotation.end = positionAt(head, begin + comment.size());
            m_result.append(annotation);
        }
        line = end + 1;
    }
}

/// `statement` -1: the range lies between statements.
void AnnotationReader::readRange(qsizetype from, qsizetype to, qsizetype statement)
{
    const QStringView range = m_text.sliced(from, to - from);
    if (!range.contains(prefix))
        return;
    Lexer lexer(range, m_dialect);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind != TokenKind::LineComment)
            continue;
        if (const auto words = wordsOf(token.text))
            add(from + token.begin, from + token.end, *words, statement);
    }
}

void AnnotationReader::add(qsizetype begin, qsizetype end, QStringView words, qsizetype statement)
{
    Annotation annotation;
    setWords(annotation, words);
    annotation.start = positionAt(m_text, begin, m_input.start);
    annotation.end = positionAt(m_text, end, m_input.start);
    if (statement >= 0) {
        attachInside(annotation, begin, statement);
    } else {
        const auto next = std::ranges::upper_bound(m_input.statements, begin + m_input.start.offset, {},
                                                   [](const Statement &s) { return s.start.offset; });
        attach(annotation, begin, next - m_input.statements.cbegin());
    }
    m_result.append(annotation);
}

/// Between the statements `next` - 1 and `next`.
void AnnotationReader::attach(Annotation &annotation, qsizetype begin, qsizetype next) const
{
    using enum Annotation::Target;
    if (next > 0 && !holdsLineEnd(m_text.sliced(endOf(next - 1), begin - endOf(next - 1)))) {
        annotation.target = Statement;
        annotation.statement = int(next - 1);
        return;
    }
    const bool isLast = next == m_input.statements.size();
    if (!isLast && !statementAt(next).comment.isEmpty()
        && begin >= m_text.first(beginOf(next)).lastIndexOf(statementAt(next).comment)) {
        annotation.target = Statement;
        annotation.statement = int(next);
        annotation.first = next == 0;
    } else if (next == 0) {
        annotation.target = File;
    }
}

void AnnotationReader::attachInside(Annotation &annotation, qsizetype begin, qsizetype statement) const
{
    annotation.target = Annotation::Target::Line;
    annotation.statement = int(statement);
    const qsizetype lineBegin = std::max(m_text.lastIndexOf(u'\n', begin), m_text.lastIndexOf(u'\r', begin)) + 1;
    const bool standsAlone = m_text.sliced(lineBegin, begin - lineBegin).trimmed().isEmpty();
    annotation.line = annotation.start.line + (standsAlone ? 1 : 0);
}

} // namespace

QList<Annotation> annotations(const AnalysisInput &input, Dialect dialect)
{
    return AnnotationReader(input, dialect).read();
}

bool isAnnotated(const Statement &statement, QLatin1StringView word)
{
    if (!statement.comment.contains(prefix))
        return false;
    for (const QStringView line : QStringView(statement.comment).split(u'\n')) {
        const auto words = wordsOf(line.trimmed());
        if (words && words->startsWith(word) && (words->size() == word.size() || words->at(word.size()).isSpace()))
            return true;
    }
    return false;
}

QString problemOf(const Annotation &annotation)
{
    if (annotation.word == "ignore"_L1) {
        return annotation.rest.isEmpty() ? tr("“ignore” names no rule: write “-- whimbrel: ignore RULE REASON”.") : QString();
    }
    if (annotation.word == "phase"_L1) {
        const QString phase = annotation.rest.section(u' ', 0, 0);
        if (phase != phaseId(MigrationPhase::Expand) && phase != phaseId(MigrationPhase::Migrate)
            && phase != phaseId(MigrationPhase::Contract)) {
            return tr("“%1” is not a phase: it is expand, migrate or contract.").arg(phase);
        }
        if (annotation.target != Annotation::Target::File && !annotation.first)
            return tr("A phase is that of a whole migration: it is read only above the first statement of the file.");
        return {};
    }
    if (annotation.word == "stall-budget"_L1) {
        const auto budget = parseStallBudget(annotation.rest);
        return budget ? QString() : budget.error().message + u' ' + budget.error().hint;
    }
    static const QStringList others{u"batch"_s, u"expect"_s, u"online-copy"_s, u"require"_s};
    if (others.contains(annotation.word))
        return {};
    if (annotation.word.isEmpty())
        return tr("A comment for Whimbrel holds no word.");
    return tr("“%1” is not a word that Whimbrel knows in a comment.").arg(annotation.word);
}

} // namespace Whimbrel
