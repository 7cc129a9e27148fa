// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runheader.h"

#include "plan/durationtext.h"
#include "plan/runmodel.h"
#include "run/backfillbar.h"
#include "run/pausebutton.h"
#include "run/runcontroller.h"
#include "run/runtexts.h"
#include "run/statementbar.h"
#include "workbench/gatedaction.h"
#include "workbench/workbench.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qint64 leastToTell = 1000; // ms left: less is over before it is read

QPushButton *button(const QString &text, const QString &icon, QWidget *parent)
{
    auto *made = new QPushButton(QIcon::fromTheme(icon), text, parent);
    made->setAutoDefault(false);
    return made;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

bool isRunnable(const RunController &controller, RunStage stage)
{
    const std::optional<RunPlan> &plan = controller.plan();
    return (stage == RunStage::Planned || stage == RunStage::Refused) && plan && !plan->isEmpty() && plan->refusals.isEmpty();
}

RunHeader::RunHeader(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_controller(workbench.run())
    , m_title(plainLabel(this))
    , m_where(plainLabel(this))
    , m_progressText(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_backfill(new BackfillBar(this))
    , m_statement(new StatementBar(this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_run(button({}, u"media-playback-start"_s, this))
    , m_pause(new PauseButton(this))
    , m_stop(button(tr("Stop"), u"media-playback-stop"_s, this))
    , m_planAgain(button(tr("Plan Again"), u"view-refresh"_s, this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_progress->setAccessibleName(tr("Statements done"));
    m_name->setObjectName(u"runName"_s);
    m_name->setAccessibleName(tr("Name of the protected environment"));
    m_name->setMaximumWidth(fontMetrics().averageCharWidth() * 28);
    m_nameLabel->setBuddy(m_name);
    m_stop->setToolTip(tr("Cancels the statement in flight (Ctrl+.)"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(createRow());
    layout->addWidget(m_progress);
    layout->addWidget(m_backfill);
    layout->addWidget(m_statement);
    connect(m_name, &QLineEdit::textChanged, this, &RunHeader::updateRun);
    connect(&m_workbench, &Workbench::gateChanged, this, &RunHeader::updateRun);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_controller.plan() && isNameTyped())
            Q_EMIT runPressed();
    });
    connect(m_stop, &QPushButton::clicked, &m_controller, &RunController::stop);
    connect(m_planAgain, &QPushButton::clicked, this, &RunHeader::planAgain);
}

QLayout *RunHeader::createRow()
{
    const int gap = fontMetrics().height() / 2;
    auto *texts = new QVBoxLayout;
    texts->setSpacing(gap / 4);
    texts->addWidget(m_title);
    texts->addWidget(m_where);
    texts->addWidget(m_progressText);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap, gap / 2, gap, gap / 2);
    row->setSpacing(gap / 2);
    row->addLayout(texts, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_planAgain),
                            static_cast<QWidget *>(m_run), static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_stop)})
        row->addWidget(widget);
    return row;
}

bool RunHeader::isNameTyped() const
{
    const std::optional<Target> &target = m_workbench.target();
    return !target || !target->isProtected || m_name->text() == target->environment;
}

QString RunHeader::titleOf(RunStage stage, const Error &error) const
{
    const std::optional<RunPlan> &plan = m_controller.plan();
    const QString title = plan ? RunTexts::title(*plan, m_workbench.targetName()) : QString();
    switch (stage) {
    case RunStage::Idle: return tr("No run planned");
    case RunStage::Planning: return tr("Planning…");
    case RunStage::NoPlan: return tr("No plan could be made");
    case RunStage::Planned:
    case RunStage::Refused: return plan && plan->isEmpty() ? tr("There is nothing to run") : title;
    case RunStage::Running: return title;
    case RunStage::Stopping: return tr("Stopping: the statement in flight is being cancelled");
    case RunStage::Succeeded: return RunTexts::done(*plan, m_workbench.targetName(), static_cast<int>(plan->steps.size()));
    case RunStage::Failed: break;
    }
    return error.kind == ErrorKind::Cancelled ? tr("The run was stopped") : tr("The run failed");
}

void RunHeader::show(RunStage stage, const Error &error)
{
    m_stage = stage;
    m_title->setText(titleOf(stage, error));
    m_where->setText(m_controller.facts() && stage != RunStage::Idle ? RunTexts::where(*m_controller.facts()) : QString());
    m_where->setToolTip(m_where->text());
    m_where->setVisible(!m_where->text().isEmpty());
    const bool running = isRunning(stage);
    const bool runnable = isRunnable(m_controller, stage);
    showName(runnable && m_workbench.target() && m_workbench.target()->isProtected);
    m_run->setVisible(runnable);
    m_pause->setVisible(running);
    m_pause->setEnabled(stage == RunStage::Running);
    m_stop->setVisible(running);
    m_stop->setEnabled(stage == RunStage::Running);
    m_planAgain->setVisible(m_controller.plan() && (stage == RunStage::Planned || stage == RunStage::Refused || hasEnded(stage)));
    m_progress->setVisible(running);
    m_progressText->setVisible(running);
    updateRun();
}

void RunHeader::showName(bool isAsked)
{
    m_nameLabel->setVisible(isAsked);
    m_name->setVisible(isAsked);
    if (isAsked)
        m_nameLabel->setText(tr("Type %1 to confirm:").arg(m_workbench.target()->environment));
}

void RunHeader::updateRun()
{
    const bool runnable = isRunnable(m_controller, m_stage);
    const std::optional<Error> obstacle = runnable ? changeObstacle(m_workbench) : std::nullopt;
    const bool asks = m_controller.plan() && m_controller.plan()->request.action != RunRequest::Action::Up;
    const QString title = m_controller.plan() ? RunTexts::title(*m_controller.plan(), m_workbench.targetName()) : QString();
    m_run->setText(asks ? title + u"…"_s : title);
    m_run->setEnabled(runnable && !obstacle && isNameTyped());
    m_run->setToolTip(obstacle ? obstacleText(*obstacle) : QString());
    m_name->setEnabled(!obstacle);
}

void RunHeader::showProgress(const RunModel &model, qint64 elapsedMs)
{
    if (!isRunning(m_stage))
        return;
    m_progress->setRange(0, std::max(1, model.statementCount()));
    m_progress->setValue(model.statementsDone());
    QString text = tr("%1 of %n statements, %2", "done, all, time", model.statementCount())
                       .arg(QLocale().toString(model.statementsDone()), durationText(elapsedMs));
    const std::optional<TimeLeft> left = m_controller.timeLeft();
    if (left && left->ms >= leastToTell)
        text += u" · "_s + timeLeftText(left->ms);
    if (const QString pause = m_pause->note(); !pause.isEmpty())
        text += u" · "_s + pause;
    m_progressText->setText(text);
    m_progressText->setToolTip(left ? left->basis : QString());
}

void RunHeader::beginRun()
{
    clearName();
    m_backfill->setControl(m_controller.control());
    m_pause->setControl(m_controller.control());
    m_statement->end();
}

void RunHeader::take(const RunEvent &event)
{
    m_backfill->take(event);
    m_pause->take(event);
    m_statement->take(event);
}

void RunHeader::endRun()
{
    m_backfill->end();
    m_statement->end();
}

void RunHeader::clearName()
{
    m_name->clear();
}

QString RunHeader::typedName() const
{
    return m_name->text();
}

QString RunHeader::title() const
{
    return m_title->text();
}

void RunHeader::planAgain()
{
    if (m_controller.plan())
        m_controller.requestPlan(m_controller.plan()->request);
}

} // namespace Whimbrel
