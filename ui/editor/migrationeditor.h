// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/migrationdocument.h"
#include "editor/statementranges.h"
#include "project/migrationproject.h"
#include "timeline/timeline.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace KTextEditor {
class View;
}

namespace Whimbrel {

struct AppliedFix;
class ChangesView;
class EditorSafety;
class EditorStrips;
class ImpactView;
class PlanView;
class ProjectSafety;

/// One migration file: its text with what each statement does, what of it would run (Plan), whom it locks out (Impact),
/// and what it was when it was applied (Changes).
class MigrationEditor final : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Text, Plan, Impact, Changes };

    explicit MigrationEditor(const QString &path, QWidget *parent = nullptr);
    ~MigrationEditor() override;

    MigrationDocument &document() { return m_document; }
    KTextEditor::View *view() const { return m_view; }
    const StatementRanges &statements() const { return *m_statements; }
    QString path() const { return m_document.path(); }
    Page page() const;

    /// How to read the file; either may be unset. Called whenever project, target or timeline changed.
    void setContext(std::shared_ptr<const MigrationProject> project, std::optional<Dialect> dialect,
                    const Timeline &timeline);
    /// Where the analysis comes from; null: none. Outlives the editor or is taken back.
    void setSafety(ProjectSafety *safety);
    EditorSafety &safety() const { return *m_safety; }
    /// Shows the safe steps for the worst finding at the caret that has any, as a difference; nothing is written before
    /// it is agreed. False where there is nothing to offer.
    bool offerSafeSteps();
    /// From 1; remembered until the file is there. Column 0 and line 0 leave the caret alone.
    void goTo(int line, int column);
    void showPage(Page page);

Q_SIGNALS:
    void titleChanged();
    /// Further migrations were written beside this one.
    void migrationsWritten();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createHeader();
    QToolButton *addPageButton(QButtonGroup *group, QWidget *parent, const QString &text, const QString &tip);
    void connectDocument();
    void showLoaded();
    void goToSection(Direction direction);
    void updateHeader();
    void updatePlan();
    void showPlanAnalysis();
    void showGuardRefusals();
    void updateImpact();
    void updateSafety();
    void showTypedFindings();
    void takeSteps(const AppliedFix &steps);
    void createCompletion();
    void applyHighlighting();

    MigrationDocument m_document;
    KTextEditor::View *m_view;
    StatementRanges *m_statements;
    EditorSafety *m_safety;
    ProjectSafety *m_projectSafety = nullptr;
    std::shared_ptr<const MigrationProject> m_project;
    std::optional<Dialect> m_dialect;
    std::optional<TimelineEntry> m_entry;
    int m_planNumber = 0; ///< of the plan that is shown: answers about earlier ones are dropped
    int m_line = 0; ///< to go to once the file is there
    int m_column = 0;

    EditorStrips *m_strips;
    QStackedWidget *m_pages;
    PlanView *m_plan;
    ImpactView *m_impact;
    ChangesView *m_changes;
    QLabel *m_name;
    QLabel *m_facts;
    QToolButton *m_upButton;
    QToolButton *m_downButton;
    QToolButton *m_planButton;
    QToolButton *m_impactButton;
    QToolButton *m_changesButton;
};

} // namespace Whimbrel
