// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"

#include <QList>

#include <span>

namespace Whimbrel {

class RuleContext;

/// One rule: what it is called, why it matters, and how to see it. A row of one of the tables that ruleTables() lists.
struct Rule
{
    enum Dialects : quint8 { PostgreSql = 1, MySql = 2, MariaDb = 4, MySqlFamily = MySql | MariaDb, SQLite = 8, Any = 15 };
    enum class Category { Locks, Compatibility, Execution, Destruction, MySql, SQLite, Practice, Principle };
    enum class Default : bool { Off, On };
    /// Which statements a check is called for. An INSERT … VALUES is nothing to most rules, and scripts hold them by the
    /// ten thousand: a check that wants to see them says so.
    enum class Statements : quint8 { WithoutRows, All };

    const char *id;        ///< stable, lower case with dashes
    Category category;
    Severity severity;     ///< the highest it is reported with
    quint8 dialects;
    const char *why;       ///< source text, translated in the context "Whimbrel": what happens to whom
    const char *fix;       ///< the same: what to do instead
    const char *bad;       ///< an example that raises it, ...
    const char *good;      ///< ... and one that does not; both are its tests
    const char *equivalents; ///< names in other tools: "squawk: require-concurrent-index-creation; eugene: E6"
    /// Called once per statement; for the whole script where `perScript`. nullptr: the analysis reports it by itself.
    void (*check)(RuleContext &);
    bool perScript = false;
    Default byDefault = Default::On;
    const char *setup = nullptr; ///< SQL that the examples stand on, instead of the usual fixture
    Statements statements = Statements::WithoutRows;
    bool isPerFile = false; ///< what it says at info is said of the file: not again of the way down where the way up says it

    bool isFor(Dialect dialect) const;
    QString translatedWhy() const;
    QString translatedFix() const;
};

/// Whether the settings let it report.
bool isOn(const Rule &rule, const AnalysisSettings &settings);

QString categoryId(Rule::Category category); ///< "locks", "compatibility", "execution", …

/// Every rule there is, in the order of the catalogue.
QList<const Rule *> allRules();
const Rule *rule(const QString &id); ///< nullptr if there is none

/// What a check sees, and where it reports.
class RuleContext
{
public:
    const AnalysisInput &input;
    const AnalysisSettings &settings;
    const ScriptAnalysis &script;  ///< as far as it is analysed: the statements up to and including this one; all for `perScript`
    const Catalog &before;         ///< the schema before this statement; before the script for `perScript`
    const Catalog &after;          ///< after this statement; after the script for `perScript`
    int index = -1;                ///< of the statement; -1 for `perScript`

    const StatementAnalysis &statement() const { return script.statements.at(index); }
    const QList<Operation> &operations() const { return statement().reading.operations; }
    const StatementImpact &impact() const { return statement().impact; }

    /// Reports; the place is the operation's part of the statement where `operation` is given, else the statement. The
    /// severity is the rule's unless a lower one is given.
    struct Report
    {
        QString message;                ///< translated
        const Operation *operation = nullptr;
        std::optional<Severity> severity = {};
        int statement = -1;             ///< another statement than index, for `perScript`
        bool needsSchema = false;
        QList<Fix> fixes = {};
    };
    void report(Report report);
    void report(const QString &message, const Operation *operation = nullptr, std::optional<Severity> severity = {})
    {
        report({.message = message, .operation = operation, .severity = severity});
    }

    const Rule *rule = nullptr;     ///< the one being checked
    QList<Finding> *findings = nullptr;
};

} // namespace Whimbrel
