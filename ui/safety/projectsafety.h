// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/configuration/projectconfiguration.h"
#include "safety/catalog/catalogreader.h"
#include "safety/project/projectanalysis.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace Whimbrel {

class Workbench;

/// What was found in one migration, without its text.
struct MigrationFindings
{
    QString file; ///< as the project shows it
    QList<Finding> findings;
    std::optional<Severity> worst;
    MigrationPhase phase = MigrationPhase::Unknown;
    std::optional<Error> error{}; ///< why the file cannot be read; nothing else is known of it then
};

/// The safety of the project's migrations that are not applied yet (of all, without a database), kept up while files,
/// history and the database's schema change. Lives on the GUI thread; analysing runs on a pool, reading the schema on
/// the browse session.
class ProjectSafety final : public QObject
{
    Q_OBJECT

public:
    explicit ProjectSafety(Workbench &workbench);
    ~ProjectSafety() override;

    /// By version, as it is typed where it is being edited. Empty until the first analysis is done.
    const QHash<QString, MigrationFindings> &found() const { return m_shown; }
    /// All of them in the order of application.
    QList<Finding> findings() const;
    QList<Error> unreadable() const; ///< files that cannot be read, in the same order
    std::optional<Severity> worst(const QString &version) const;
    /// Why it could not be done; what was found before stays.
    const std::optional<Error> &error() const { return m_error; }

    /// For an editor: call its analyse() on a pool thread. Null without a project.
    std::shared_ptr<EditedAnalysis> edited(const QString &version) const;
    bool isApplied(const QString &version) const { return m_base.applied.contains(version); }
    /// Of the environment that is chosen.
    RunGuards guards() const;
    /// For text that belongs to no migration.
    const AnalysisBase &base() const { return m_base; }
    /// The schema as the database has it, else as all of the project's migrations make it; null until it is known.
    std::shared_ptr<const Catalog> schema() const { return m_found.schema; }

    /// What an editor found in text that is not saved: it counts instead of the file, until it is saved or given up.
    void setTyped(const QString &version, const MigrationAnalysis &analysis);
    bool isTyped(const QString &version) const { return m_typed.contains(version); }
    /// The file has it now: what is found in that comes with the next look at the project.
    void typedWasSaved(const QString &version);
    void dropTyped(const QString &version);

public Q_SLOTS:
    /// Soon: several reasons at once are one analysis.
    void update();

Q_SIGNALS:
    void changed();
    /// edited() gives something else: editors analyse again.
    void baseChanged();

private:
    struct Found
    {
        QHash<QString, MigrationFindings> migrations;
        QStringList order;
        std::shared_ptr<const Catalog> schema;
    };

    void readSchema();
    void analyse(const std::optional<Catalog> &connected);
    void take(const Result<Found> &found);
    void clear();
    void showFound();
    AnalysisBase replayBase() const;
    static MigrationFindings findingsOf(const MigrationAnalysis &analysis);

    static Result<Found> analyseProject(const ProjectAnalysis &analysis, const std::stop_token &stop);

    Workbench &m_workbench;
    QTimer m_timer;
    Found m_found; ///< in the files
    QHash<QString, MigrationFindings> m_typed; ///< in editors, by version
    QSet<QString> m_saved; ///< of m_typed: the files have it
    QHash<QString, MigrationFindings> m_shown; ///< the one over the other
    WriteCounts m_writes; ///< of the look before: the next one tells writes per second
    AnalysisBase m_base;
    std::shared_ptr<EditedAnalysis> m_pending; ///< against the database's schema, where there is one
    std::shared_ptr<EditedAnalysis> m_applied; ///< for what the database has already: followed from the files
    std::optional<Error> m_error;
    std::stop_source m_stop;
    quint64 m_generation = 0; ///< answers to earlier questions are dropped
};

} // namespace Whimbrel
