// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/project/projectanalysis.h"

#include "safety/phase.h"
#include "safety/project/migrationreading.h"
#include "safety/project/orderedwork.h"
#include "safety/rules/rule.h"
#include "safety/scriptwalk.h"

#include <QCoreApplication>

#include <algorithm>
#include <variant>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

std::unexpected<Error> stopped()
{
    return failure(ErrorKind::Cancelled, QCoreApplication::translate("Whimbrel", "Stopped; nothing was changed."));
}

/// What the way up has said of the whole file is not said again of the way down.
void leaveOutWhatIsSaid(ScriptAnalysis &down, const ScriptAnalysis &up)
{
    const auto isOfFile = [](const Finding &finding) { return finding.severity == Severity::Info && rule(finding.rule)->isPerFile; };
    down.findings.removeIf([&](const Finding &finding) {
        return isOfFile(finding) && std::ranges::any_of(up.findings, [&](const Finding &other) {
            return other.rule == finding.rule && isOfFile(other);
        });
    });
}

/// Judges what was read, from the schema in `catalog`: first the way up, whose history may be known, then back from there.
MigrationAnalysis judge(const Migration &migration, MigrationReading reading, Catalog catalog, const RuleSelection &rules,
                        const ScriptHistory *history = nullptr)
{
    MigrationAnalysis analysis{.migration = migration, .text = std::move(reading.text), .error = std::move(reading.error)};
    if (analysis.error)
        return analysis;
    analysis.up = analyseScript(reading.up, catalog, rules, history);
    analysis.migration.phase = analysis.up->phase;
    if (reading.down) {
        analysis.down = analyseScript(*reading.down, catalog, rules);
        leaveOutWhatIsSaid(*analysis.down, *analysis.up);
    }
    return analysis;
}

AnalysisBase withMarker(AnalysisBase base, const MigrationProject &project)
{
    base.settings.noTransactionMarker = project.format().noTransactionMarker();
    return base;
}

/// A migration that was read, and where it is to be judged the schema before it, or all that becomes of it.
struct ReadStep
{
    MigrationReading reading;
    std::optional<Catalog> before;
    std::optional<ScriptHistory> history;
};

/// A dump's statements change little, and of each there would be two schemas.
bool isWorthRemembering(const AnalysisInput &input)
{
    constexpr qsizetype longest = 500;
    return input.statements.size() <= longest;
}

} // namespace

QList<Finding> MigrationAnalysis::findings() const
{
    QList<Finding> all;
    if (up)
        all += up->findings;
    if (down)
        all += down->findings;
    std::ranges::stable_sort(all, {}, [](const Finding &finding) { return finding.start.offset; });
    return all;
}

std::optional<Severity> MigrationAnalysis::worst() const
{
    return std::max(up ? up->worst() : std::nullopt, down ? down->worst() : std::nullopt);
}

qsizetype MigrationAnalysis::statementCount() const
{
    return (up ? up->statements.size() : 0) + (down ? down->statements.size() : 0);
}

ProjectAnalysis::ProjectAnalysis(MigrationProject project, AnalysisBase base)
    : m_project(std::move(project))
    , m_base(withMarker(std::move(base), m_project))
    , m_rules(m_base.settings, m_base.dialect)
{
}

Catalog ProjectAnalysis::emptyCatalog() const
{
    return m_base.connected ? *m_base.connected : Catalog(m_base.dialect, Catalog::Origin::Replayed, m_base.version);
}

Result<Catalog> ProjectAnalysis::run(const Judged &judged, const Found &found, const std::stop_token &stop) const
{
    const Digest handOver = [&found](MigrationAnalysis made) {
        return [&found, analysis = std::move(made)]() mutable { found(std::move(analysis)); };
    };
    return run(judged, handOver, stop);
}

Result<Catalog> ProjectAnalysis::run(const Judged &judged, const Digest &digest, const std::stop_token &stop) const
{
    struct Step
    {
        const Migration *migration;
        bool judged;
    };
    std::vector<Step> steps;
    size_t count = 0; // up to the last that is judged
    for (const Migration &migration : m_project.migrations()) {
        if (m_base.applied.contains(migration.version))
            continue;
        steps.push_back({&migration, judged(migration)});
        if (steps.back().judged)
            count = steps.size();
    }
    Catalog catalog = emptyCatalog();
    OrderedWork<ReadStep, std::function<void()>> work(count, {
        .read = [&](size_t i) {
            const ReadingDetail detail = steps[i].judged ? ReadingDetail::Both : ReadingDetail::Up;
            return ReadStep{readMigration(m_project.format(), *steps[i].migration, m_base.dialect, detail), {}, {}};
        },
        .follow = [&](size_t i, ReadStep &step) {
            if (steps[i].judged)
                step.before = catalog;
            if (step.reading.error)
                return;
            if (steps[i].judged && isWorthRemembering(step.reading.up))
                step.history = recordScript(step.reading.up, catalog);
            else
                replayScript(step.reading.up, catalog);
        },
        .finish = [&](size_t i, ReadStep step) -> std::function<void()> {
            if (!step.before)
                return {};
            const ScriptHistory *history = step.history ? &*step.history : nullptr;
            return digest(judge(*steps[i].migration, std::move(step.reading), std::move(*step.before), m_rules, history));
        },
    });
    for (size_t i = 0; i < count; ++i) {
        const std::optional<std::function<void()>> digested = work.next(stop);
        if (!digested)
            return stopped();
        if (*digested)
            (*digested)();
    }
    return catalog;
}

Result<Catalog> ProjectAnalysis::catalogBefore(const QString &version, const std::stop_token &stop) const
{
    std::vector<const Migration *> before;
    for (const Migration &migration : m_project.migrations()) {
        if (migration.version == version)
            break;
        if (!m_base.applied.contains(migration.version))
            before.push_back(&migration);
    }
    Catalog catalog = emptyCatalog();
    OrderedWork<MigrationReading, std::monostate> work(before.size(), {
        .read = [&](size_t i) { return readMigration(m_project.format(), *before[i], m_base.dialect, ReadingDetail::Up); },
        .follow = [&](size_t, const MigrationReading &reading) {
            if (!reading.error)
                replayScript(reading.up, catalog);
        },
        .finish = [](size_t, const MigrationReading &) { return std::monostate(); },
    });
    for (size_t i = 0; i < before.size(); ++i) {
        if (!work.next(stop))
            return stopped();
    }
    return catalog;
}

MigrationAnalysis ProjectAnalysis::analyse(const Migration &migration, const QString &text, const Catalog &before) const
{
    return judge(migration, readMigrationText(m_project.format(), migration, text, m_base.dialect, ReadingDetail::Both), before, m_rules);
}

Result<MigrationAnalysis> EditedAnalysis::analyse(const Migration &migration, const QString &text, const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    if (!m_before || m_version != migration.version) {
        Result<Catalog> before = m_analysis.catalogBefore(migration.version, stop);
        if (!before)
            return std::unexpected(before.error());
        m_before = std::move(*before);
        m_version = migration.version;
    }
    return m_analysis.analyse(migration, text, *m_before);
}

Result<MigrationPhases> migrationPhases(const MigrationProject &project, Dialect dialect, const std::stop_token &stop)
{
    struct Step
    {
        MigrationReading reading;
        std::optional<Catalog> before;
        std::optional<Catalog> after;
    };
    const QList<Migration> &migrations = project.migrations();
    Catalog catalog(dialect, Catalog::Origin::Replayed);
    using Outcome = std::expected<MigrationPhase, Error>;
    OrderedWork<Step, Outcome> work(size_t(migrations.size()), {
        .read = [&](size_t i) { return Step{readMigration(project.format(), migrations.at(qsizetype(i)), dialect, ReadingDetail::Up), {}, {}}; },
        .follow = [&](size_t, Step &step) {
            if (step.reading.error)
                return;
            const bool isDeclared = step.reading.up.declaredPhase != MigrationPhase::Unknown;
            if (!isDeclared)
                step.before = catalog;
            replayScript(step.reading.up, catalog);
            if (!isDeclared)
                step.after = catalog;
        },
        .finish = [](size_t, const Step &step) -> Outcome {
            if (step.reading.error)
                return std::unexpected(*step.reading.error);
            return step.before && step.after ? inferredPhase(step.reading.up.readings, *step.before, *step.after) : step.reading.up.declaredPhase;
        },
    });
    MigrationPhases result;
    for (const Migration &migration : migrations) {
        const std::optional<Outcome> outcome = work.next(stop);
        if (!outcome)
            return stopped();
        if (!*outcome)
            result.unreadable.insert(migration.version, outcome->error());
        else if (**outcome != MigrationPhase::Unknown)
            result.phases.insert(migration.version, **outcome);
    }
    return result;
}

MigrationAnalysis analyseText(const QString &text, const QString &file, const AnalysisBase &base)
{
    Migration migration;
    migration.displayFile = file;
    Catalog catalog = base.connected ? *base.connected : Catalog(base.dialect, Catalog::Origin::Empty, base.version);
    for (const auto &format : migrationFormats()) {
        MigrationReading reading = readMigrationText(*format, migration, text, base.dialect, ReadingDetail::Both);
        if (reading.error)
            continue;
        AnalysisSettings settings = base.settings;
        settings.noTransactionMarker = format->noTransactionMarker();
        return judge(migration, std::move(reading), catalog, RuleSelection(settings, base.dialect));
    }
    return judge(migration, readScriptText(text, file, base.dialect), catalog, RuleSelection(base.settings, base.dialect));
}

} // namespace Whimbrel
