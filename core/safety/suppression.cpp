// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/suppression.h"

#include "safety/rules/rule.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// "a,b reason", "a, b reason": the rules, and what is left.
std::pair<QStringList, QString> rulesAndReason(const QString &text)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QStringList rules;
    bool more = true;
    while (more && !words.isEmpty()) {
        const QString word = words.takeFirst();
        rules += word.split(u',', Qt::SkipEmptyParts);
        more = word.endsWith(u',') || (!words.isEmpty() && words.constFirst().startsWith(u','));
    }
    return {rules, words.join(u' ')};
}

} // namespace

Suppressions::Suppressions(const AnalysisInput &input, const AnalysisSettings &settings, Dialect dialect)
    : m_input(input)
    , m_settings(settings)
    , m_dialect(dialect)
    , m_annotations(annotations(input, dialect))
{
    for (const Annotation &annotation : std::as_const(m_annotations))
        read(annotation);
}

void Suppressions::read(const Annotation &annotation)
{
    // The head belongs to both directions of a migration; what is wrong with it is said once.
    const bool isOthers = annotation.fromHead && m_input.direction == Direction::Down && m_input.counterpart
        && m_input.counterpart->exists;
    QList<Finding> unsaid;
    QList<Finding> &findings = isOthers ? unsaid : m_findings;

    if (const QString problem = problemOf(annotation); !problem.isEmpty()) {
        add("unknown-whimbrel-word", annotation, problem, findings);
        return;
    }
    if (annotation.word != "ignore"_L1)
        return;
    const auto [rules, reason] = rulesAndReason(annotation.rest);
    if (reason.isEmpty()) {
        add("suppression-without-reason", annotation,
            tr("This comment silences “%1” and does not say why.").arg(rules.join(u", "_s)), findings);
    }
    for (const QString &id : rules) {
        if (rule(id))
            m_entries.append({annotation, id});
        else
            add("suppression-of-unknown-rule", annotation, tr("There is no rule “%1” to ignore.").arg(id), findings);
    }
}

bool Suppressions::Entry::covers(const Finding &finding) const
{
    if (finding.rule != rule)
        return false;
    switch (annotation.target) {
    case Annotation::Target::File:
        return true;
    case Annotation::Target::Statement:
        return finding.statement == annotation.statement || (finding.statement < 0 && annotation.first);
    case Annotation::Target::Line:
        return finding.statement == annotation.statement && finding.start.line <= annotation.line
            && annotation.line <= finding.end.line;
    case Annotation::Target::Nothing:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

bool Suppressions::takes(const Finding &finding)
{
    bool isTaken = false;
    for (Entry &entry : m_entries) {
        if (entry.covers(finding)) {
            entry.isUsed = true;
            isTaken = true;
        }
    }
    return isTaken;
}

/// A rule that did not run cannot tell whether there was something to silence.
bool Suppressions::mayBeStale(const Entry &entry) const
{
    const Rule *ignored = rule(entry.rule);
    return !entry.isUsed && ignored->isFor(m_dialect) && isOn(*ignored, m_settings)
        && !(m_input.direction == Direction::Down && ignored->category == Rule::Category::Compatibility);
}

void Suppressions::apply(ScriptAnalysis &analysis)
{
    analysis.findings.removeIf([this](const Finding &finding) { return takes(finding); });
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!mayBeStale(entry))
            continue;
        const QString message = entry.annotation.target == Annotation::Target::Nothing
            ? tr("This comment stands directly above no statement, so it silences “%1” nowhere.").arg(entry.rule)
            : tr("“%1” finds nothing here that this comment could silence.").arg(entry.rule);
        const bool isShared = entry.annotation.fromHead && m_input.counterpart && m_input.counterpart->exists;
        add("suppression-stale", entry.annotation, message, isShared ? analysis.staleInHead : m_findings);
    }
    analysis.findings += m_findings;
}

void Suppressions::add(const char *rule, const Annotation &annotation, const QString &message, QList<Finding> &findings) const
{
    const Rule *found = Whimbrel::rule(QString::fromLatin1(rule));
    if (!isOn(*found, m_settings))
        return;
    Finding finding;
    finding.rule = QString::fromLatin1(rule);
    finding.severity = m_settings.severities.value(finding.rule, found->severity);
    finding.file = m_input.file;
    finding.statement = annotation.statement;
    finding.start = annotation.start;
    finding.end = annotation.end;
    finding.message = message;
    finding.why = found->translatedWhy();
    finding.fix = found->translatedFix();
    findings.append(finding);
}

} // namespace Whimbrel
