// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/lintreport.h"

#include "report/lint/lintwriters.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Format
{
    LintFormat format;
    const char *id;
    std::unique_ptr<LintReport> (*create)(QTextStream &, const LintReport::Options &);
};

constexpr std::array formats{
    Format{LintFormat::Text, "text", textLintReport},         Format{LintFormat::Json, "json", jsonLintReport},
    Format{LintFormat::Sarif, "sarif", sarifLintReport},      Format{LintFormat::GitHub, "github", gitHubLintReport},
    Format{LintFormat::Markdown, "markdown", markdownLintReport},
};

const Format &entry(LintFormat format)
{
    return formats[static_cast<size_t>(format)];
}

QString tr(const char *text, const char *note = nullptr, qsizetype n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, static_cast<int>(n));
}

} // namespace

QString lintFormatId(LintFormat format)
{
    return QString::fromLatin1(entry(format).id);
}

std::optional<LintFormat> lintFormatOf(QStringView id)
{
    for (const Format &format : formats) {
        if (id == QLatin1StringView(format.id))
            return format.format;
    }
    return std::nullopt;
}

std::optional<Severity> LintCounts::worst() const
{
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        if (of(severity) > 0)
            return severity;
    }
    return std::nullopt;
}

std::unique_ptr<LintReport> LintReport::create(LintFormat format, QTextStream &out, const Options &options)
{
    return entry(format).create(out, options);
}

void LintReport::add(const LintedFile &file)
{
    ++m_counts.files;
    m_counts.statements += file.statements;
    m_counts.unreadable += file.error ? 1 : 0;
    m_counts.filesWithFindings += file.findings.isEmpty() ? 0 : 1;
    for (const Finding &finding : file.findings)
        ++m_counts.findings[static_cast<size_t>(finding.severity)];
    write(file);
}

QString lintSummary(const LintCounts &counts)
{
    const QString files = tr("%n file(s)", nullptr, counts.files);
    if (counts.total() == 0)
        return tr("Nothing found in %1 (%2).").arg(files, tr("%n statement(s)", nullptr, counts.statements));
    QStringList parts;
    if (counts.of(Severity::Error) > 0)
        parts << tr("%n error(s)", nullptr, counts.of(Severity::Error));
    if (counts.of(Severity::Warning) > 0)
        parts << tr("%n warning(s)", nullptr, counts.of(Severity::Warning));
    if (counts.of(Severity::Info) > 0)
        parts << tr("%n note(s)", nullptr, counts.of(Severity::Info));
    return tr("%1 in %2 of %3.").arg(QLocale().createSeparatedList(parts), QString::number(counts.filesWithFindings), files);
}

} // namespace Whimbrel
