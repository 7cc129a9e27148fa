// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "safety/finding.h"

#include <QJsonObject>
#include <QTextStream>

#include <array>
#include <memory>
#include <optional>

namespace Whimbrel {

struct Rule;

enum class LintFormat { Text, Json, Sarif, GitHub, Markdown };

/// "text", "json", "sarif", "github", "markdown".
QString lintFormatId(LintFormat format);
std::optional<LintFormat> lintFormatOf(QStringView id);

/// One file that was looked at.
struct LintedFile
{
    QString file{};                 ///< as reports name it: relative to where people stand, or absolute
    QString text{};                 ///< what the findings' places are in
    QList<Finding> findings{};      ///< in the order of the text
    qsizetype statements = 0;
    std::optional<Error> error{};   ///< why it could not be read; then there is nothing else
};

struct LintCounts
{
    qsizetype files = 0;
    qsizetype statements = 0;
    qsizetype filesWithFindings = 0;
    qsizetype unreadable = 0;
    std::array<qsizetype, 3> findings{}; ///< by severity

    qsizetype of(Severity severity) const { return findings[static_cast<size_t>(severity)]; }
    qsizetype total() const { return findings[0] + findings[1] + findings[2]; }
    std::optional<Severity> worst() const;
};

/// Writes what was found, file by file, so that nobody has to keep the findings of a large project. Whatever comes from
/// files is escaped as the format needs, control characters shown.
class LintReport
{
public:
    struct Options
    {
        bool color = false;
        bool quiet = false;        ///< text: one line a finding
        QList<const Rule *> rules{}; ///< SARIF: all that may appear, in their order
    };

    static std::unique_ptr<LintReport> create(LintFormat format, QTextStream &out, const Options &options);
    virtual ~LintReport() = default;

    void add(const LintedFile &file);
    /// To be called once, after the last file.
    virtual void finish() = 0;

    const LintCounts &counts() const { return m_counts; }

protected:
    explicit LintReport(QTextStream &out) : m_out(out) { }
    virtual void write(const LintedFile &file) = 0;

    QTextStream &m_out;
    LintCounts m_counts;
};

/// One finding of `lint --json` and `plan --json`; `file` is its name there.
QJsonObject findingJson(const Finding &finding, const QString &file);

/// "2 errors, 1 warning in 2 of 14 files": one translated sentence.
QString lintSummary(const LintCounts &counts);

} // namespace Whimbrel
