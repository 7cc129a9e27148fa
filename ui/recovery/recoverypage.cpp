// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/recoverypage.h"

#include "recovery/recoverycontroller.h"
#include "recovery/recoveryhtml.h"
#include "run/runcontroller.h"
#include "run/runtexts.h"
#include "workbench/gatedaction.h"
#include "workbench/workbench.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using State = RecoveryController::State;
using Kind = RecoveryChoice::Kind;

QString buttonName(Kind kind)
{
    switch (kind) {
    case Kind::Resume:
        return u"recoveryResume"_s;
    case Kind::MarkApplied:
        return u"recoveryApplied"_s;
    case Kind::MarkReverted:
        return u"recoveryReverted"_s;
    case Kind::RollBack:
        break;
    }
    return u"recoveryRollBack"_s;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

RecoveryPage::RecoveryPage(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_controller(workbench.run().recovery())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    m_text = new QTextBrowser(splitter);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("What became of the migration"));
    m_text->document()->setDocumentMargin(fontMetrics().height() / 2);
    splitter->addWidget(m_text);
    m_side = createSide();
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({3000, 2000}); // shares, not pixels
    layout->addWidget(splitter, 1);
    connect(&m_controller, &RecoveryController::changed, this, &RecoveryPage::update);
    connect(&m_workbench, &Workbench::timelineChanged, this, &RecoveryPage::showOthers);
    connect(&m_workbench, &Workbench::gateChanged, this, &RecoveryPage::updateButtons);
    update();
}

QWidget *RecoveryPage::createHeader()
{
    auto *header = new QWidget(this);
    m_title = plainLabel(header);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_where = plainLabel(header);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_where})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_leftOpen = new QComboBox(header);
    m_leftOpen->setObjectName(u"recoveryLeftOpen"_s);
    m_leftOpen->setAccessibleName(tr("Migrations that runs have left open"));
    m_leftOpen->setToolTip(tr("All that runs have left open on this database"));
    m_leftOpen->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_leftOpen->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    m_lookAgain = new QPushButton(QIcon::fromTheme(u"view-refresh"_s), tr("Look Again"), header);
    m_leave = new QPushButton(QIcon::fromTheme(u"go-previous"_s), tr("Back to the Run"), header);
    m_leave->setToolTip(tr("Nothing is settled by that; the migration's context menu in the timeline leads here again"));
    const int gap = fontMetrics().height() / 2;
    auto *texts = new QVBoxLayout;
    texts->setSpacing(gap / 4);
    texts->addWidget(m_title);
    texts->addWidget(m_where);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(gap, gap / 2, gap, gap / 2);
    row->addLayout(texts, 1);
    row->addWidget(m_leftOpen);
    for (QPushButton *button : {m_lookAgain, m_leave}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_leftOpen, &QComboBox::activated, this, [this](int index) { m_controller.show(m_leftOpen->itemData(index).toString()); });
    connect(m_lookAgain, &QPushButton::clicked, this, [this] { m_controller.show(m_controller.version()); });
    connect(m_leave, &QPushButton::clicked, this, &RecoveryPage::left);
    return header;
}

QWidget *RecoveryPage::createSide()
{
    const int gap = fontMetrics().height() / 2;
    auto *content = new QWidget(this);
    m_choices = new QWidget(content);
    m_grid = new QGridLayout(m_choices);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(gap);
    m_grid->setColumnStretch(1, 1);
    m_nameLabel = plainLabel(content);
    m_name = new QLineEdit(content);
    m_name->setObjectName(u"recoveryName"_s);
    m_name->setAccessibleName(tr("Name of the protected environment"));
    m_nameLabel->setBuddy(m_name);
    auto *name = new QHBoxLayout;
    name->addWidget(m_nameLabel);
    name->addWidget(m_name, 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->addLayout(name);
    layout->addWidget(m_choices);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    connect(m_name, &QLineEdit::textChanged, this, &RecoveryPage::updateButtons);
    return scroll;
}

void RecoveryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showText();
    QWidget::changeEvent(event);
}

void RecoveryPage::update()
{
    const State state = m_controller.state();
    const std::optional<Recovery> &recovery = m_controller.recovery();
    const QString version = m_controller.version();
    switch (state) {
    case State::Nothing:
        m_title->setText(tr("Nothing to recover"));
        break;
    case State::Looking:
        m_title->setText(tr("Looking what became of %1…").arg(version));
        break;
    case State::Found:
        m_title->setText(tr("%1 %2: its run did not end well", "version, description").arg(version, recovery->migration.description));
        break;
    case State::Clean:
        m_title->setText(hasOthers() ? tr("%1 is settled").arg(version) : tr("Nothing is left to settle"));
        break;
    case State::Settling:
        m_title->setText(tr("Writing it down…"));
        break;
    case State::Failed:
        m_title->setText(recovery ? tr("%1 was not settled").arg(version) : tr("What became of %1 cannot be told").arg(version));
        break;
    }
    m_lookAgain->setVisible(!version.isEmpty());
    m_lookAgain->setEnabled(state != State::Looking && state != State::Settling);
    showOthers();
    showText();
    showChoices();
}

/// Only where there are others than the one that is shown.
void RecoveryPage::showOthers()
{
    const QList<Migration> open = m_controller.leftOpen();
    const auto isListed = [&](const Migration &migration) { return m_leftOpen->findData(migration.version) >= 0; };
    if (m_leftOpen->count() != open.size() || !std::ranges::all_of(open, isListed)) { // or a list that is rolled down would close
        m_leftOpen->clear();
        for (const Migration &migration : open)
            m_leftOpen->addItem(tr("%1 %2", "version, description").arg(migration.version, migration.description), migration.version);
    }
    m_leftOpen->setPlaceholderText(tr("%n more left open", nullptr, int(open.size())));
    const int shown = m_leftOpen->findData(m_controller.version());
    m_leftOpen->setCurrentIndex(shown);
    const State state = m_controller.state();
    m_leftOpen->setEnabled(state != State::Looking && state != State::Settling);
    m_leftOpen->setVisible(hasOthers());
    const QString name = m_workbench.targetName();
    if (!m_workbench.target())
        m_where->clear();
    else if (hasOthers())
        m_where->setText(tr("on %1, with %n migration(s) left open", "a database", int(open.size())).arg(name));
    else
        m_where->setText(tr("on %1", "a database").arg(name));
}

/// Whether more is left open than the one that is shown.
bool RecoveryPage::hasOthers() const
{
    const QList<Migration> open = m_controller.leftOpen();
    return std::ranges::any_of(open, [this](const Migration &migration) { return migration.version != m_controller.version(); });
}

void RecoveryPage::showText()
{
    QString html;
    if (m_controller.error())
        html += RunTexts::errorHtml(*m_controller.error());
    if (m_controller.recovery())
        html += recoveryHtml(*m_controller.recovery());
    if (m_controller.state() == State::Clean) {
        if (!m_controller.settled().isEmpty())
            html += u"<p><b>%1</b></p>"_s.arg(m_controller.settled().toHtmlEscaped());
        html += u"<p>%1</p>"_s.arg(tr("No attempt at %1 is open: the history says all that there is to say.").arg(m_controller.version()).toHtmlEscaped());
    }
    m_text->setHtml(html);
}

void RecoveryPage::showChoices()
{
    for (const auto &[button, choice] : std::as_const(m_buttons))
        button->deleteLater();
    m_buttons.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const bool isFound = m_controller.state() == State::Found;
    if (isFound) {
        int row = 0;
        for (const RecoveryChoice &choice : recoveryChoices(*m_controller.recovery()))
            addChoice(choice, row++);
    }
    const bool asksName = isFound && m_workbench.target() && m_workbench.target()->isProtected;
    if (asksName)
        m_nameLabel->setText(tr("Type %1 to confirm:").arg(m_workbench.target()->environment));
    m_nameLabel->setVisible(asksName);
    m_name->setVisible(asksName);
    m_name->clear();
    m_side->setVisible(isFound);
    updateButtons();
}

void RecoveryPage::addChoice(const RecoveryChoice &choice, int row)
{
    auto *button = new QPushButton(choice.verb, m_choices);
    button->setObjectName(buttonName(choice.kind));
    button->setAutoDefault(false);
    button->setAccessibleDescription(choice.consequence);
    auto *text = plainLabel(m_choices);
    text->setWordWrap(true);
    text->setText(choice.isPossible() ? choice.consequence : choice.obstacle);
    if (!choice.isPossible())
        text->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(button, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1, Qt::AlignTop);
    connect(button, &QPushButton::clicked, this, [this, choice] { choose(choice); });
    m_buttons << std::pair(button, choice);
}

/// To run what is left leads to the plan, where the name is asked for; the rest writes at once.
void RecoveryPage::updateButtons()
{
    const std::optional<Target> &target = m_workbench.target();
    const std::optional<Error> obstacle = changeObstacle(m_workbench);
    const bool named = !target || !target->isProtected || m_name->text() == target->environment;
    m_name->setEnabled(!obstacle);
    for (const auto &[button, choice] : std::as_const(m_buttons)) {
        const bool writes = choice.kind != Kind::Resume;
        button->setEnabled(choice.isPossible() && !m_workbench.run().isRunning() && (!writes || (!obstacle && named)));
        button->setToolTip(writes && obstacle ? obstacleText(*obstacle) : choice.obstacle);
    }
}

void RecoveryPage::choose(const RecoveryChoice &choice)
{
    if (choice.kind == Kind::Resume)
        carryOut(choice.kind);
    else
        confirm(choice);
}

void RecoveryPage::confirm(const RecoveryChoice &choice)
{
    QString verb = choice.verb;
    verb.remove(u'…');
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(verb);
    box->setText(tr("%1 %2 on %3", "version, description, database")
                     .arg(m_controller.version(), m_controller.recovery()->migration.description, m_workbench.targetName()));
    box->setInformativeText(choice.consequence);
    QPushButton *accept = box->addButton(verb, QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(accept, &QPushButton::clicked, this, [this, kind = choice.kind] { carryOut(kind); });
    box->open();
}

void RecoveryPage::carryOut(Kind kind)
{
    switch (kind) {
    case Kind::Resume:
        planRun(m_controller.recovery()->attempt.direction == Direction::Down);
        break;
    case Kind::MarkApplied:
        m_controller.settle(Resolution::Applied, m_name->text());
        break;
    case Kind::MarkReverted:
        m_controller.settle(Resolution::Reverted, m_name->text());
        break;
    case Kind::RollBack:
        m_controller.settle(Resolution::Applied, m_name->text(), [this] { planRun(true); });
        break;
    }
}

void RecoveryPage::planRun(bool back)
{
    RunRequest request;
    if (back) {
        request.action = RunRequest::Action::Down;
        request.versions = {m_controller.version()};
    } else {
        request.onlyVersion = m_controller.version();
    }
    m_workbench.run().requestPlan(request);
    Q_EMIT left();
}

} // namespace Whimbrel
