// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problemspane.h"

#include "problems/problemsmodel.h"
#include "safety/projectsafety.h"
#include "workbench/workbench.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

ProblemsPane::ProblemsPane(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_model(new ProblemsModel(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(tr("Nothing is wrong with the project's files and pending migrations."), this))
{
    setObjectName(u"problemsPane"_s);
    m_view->setModel(m_model);
    m_view->setObjectName(u"problemsView"_s);
    m_view->setAccessibleName(tr("Problems"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ProblemsModel::PlaceColumn, QHeaderView::Interactive);
    m_view->header()->setSectionResizeMode(ProblemsModel::RuleColumn, QHeaderView::Interactive);
    m_view->header()->resizeSection(ProblemsModel::RuleColumn, fontMetrics().height() * 16);
    m_view->header()->resizeSection(ProblemsModel::PlaceColumn, fontMetrics().height() * 26);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    setFocusProxy(m_view);

    connect(m_view, &QTreeView::activated, this, &ProblemsPane::openProblem);
    connect(&workbench, &Workbench::projectChanged, this, &ProblemsPane::showProblems);
    connect(&workbench, &Workbench::timelineChanged, this, &ProblemsPane::showProblems);
    connect(&workbench.safety(), &ProjectSafety::changed, this, &ProblemsPane::showProblems);
    showProblems();
}

void ProblemsPane::showProblems()
{
    QList<Problem> problems;
    if (const std::shared_ptr<const MigrationProject> project = m_workbench.project()) {
        for (const ProjectProblem &problem : project->problems() + m_workbench.timeline().unreadable)
            problems.append(Problem::of(problem));
        const auto isListed = [&](const Error &error) {
            return std::ranges::any_of(
                problems, [&](const Problem &problem) { return problem.place.file == error.position.file; });
        };
        for (const Error &error : m_workbench.safety().unreadable()) {
            if (!isListed(error)) // the timeline knows of pending ones
                problems.append(Problem::of(ProjectProblem{.severity = ProjectProblem::Severity::Error, .error = error}));
        }
        for (const Finding &finding : m_workbench.safety().findings())
            problems.append(Problem::of(finding));
    }
    m_model->setProblems(problems);
    const int count = m_model->rowCount();
    m_pages->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_view) : m_empty);
    if (auto *dock = qobject_cast<QDockWidget *>(parentWidget()))
        dock->setWindowTitle(count > 0 ? tr("Problems (%1)").arg(count) : tr("Problems"));
}

void ProblemsPane::openProblem(const QModelIndex &index)
{
    const FilePosition &place = m_model->problemAt(index.row()).place;
    if (!place.isValid())
        return;
    const QString path = m_workbench.project()->folder().absoluteFilePath(place.file);
    m_workbench.openFile(path, place.line, place.column);
}

} // namespace Whimbrel
