// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/itemwidget.h"

#include "checklist/rolelabel.h"
#include "checklist/statebutton.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

QString shortTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    return local.date() == QDate::currentDate() ? locale.toString(local.time(), QLocale::ShortFormat)
                                                : locale.toString(local, QLocale::ShortFormat);
}

/// With the zone it was ticked in, which the short form leaves out.
QString longTime(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd HH:mm:ss "_s) + time.timeZoneAbbreviation();
}

ItemMark markOf(const ChecklistItem &item, const ItemState &state)
{
    if (item.isManual())
        return state.done ? ItemMark::Done : ItemMark::Open;
    if (!state.probe)
        return ItemMark::NotRun;
    if (state.done && state.probe->state != State::Passed)
        return ItemMark::Done;
    switch (state.probe->state) {
    case State::Passed:
        return ItemMark::Passed;
    case State::Warning:
        return ItemMark::Warning;
    case State::Failed:
        return ItemMark::Failed;
    case State::Unknown:
        return ItemMark::Unknown;
    case State::Manual:
        return ItemMark::Open;
    }
    Q_UNREACHABLE_RETURN(ItemMark::Open);
}
} // namespace

ItemWidget::ItemWidget(const ChecklistItem &item, QWidget *parent)
    : QWidget(parent)
    , m_item(item)
{
    setObjectName(u"item-"_s + item.id);
    make();
    makeEditor();
    setState({}, false, false);
}

void ItemWidget::make()
{
    const int em = fontMetrics().height();
    m_button = new StateButton(this);
    m_button->setObjectName(u"state"_s);
    m_title = new RoleLabel(u"title"_s, this);
    m_title->setText(m_item.title);
    m_title->setToolTip(m_item.help);
    m_value = new RoleLabel(u"value"_s, this);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_meaning = new RoleLabel(u"meaning"_s, this);
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_person = new RoleLabel(u"person"_s, this);
    m_person->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_person->setRole(ColorRole::Inactive);

    const auto makeTool = [this](const QString &name, const QString &icon, const QString &text) {
        auto *tool = new QToolButton(this);
        tool->setObjectName(name);
        tool->setAutoRaise(true);
        tool->setIcon(QIcon::fromTheme(icon));
        tool->setToolTip(text);
        tool->setAccessibleName(tr("%1: %2").arg(m_item.title, text));
        tool->setFocusPolicy(Qt::StrongFocus);
        return tool;
    };
    m_answer = makeTool(u"answer"_s, u"document-edit"_s, tr("Tick with a note"));
    m_again = makeTool(u"again"_s, u"view-refresh"_s, tr("Run this check again"));

    // The mark, the title's first line and the tools stand on one line, whether the tools are there or not.
    const int line = m_answer->sizeHint().height();
    m_button->setMinimumHeight(line);
    m_title->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_title->setContentsMargins(0, std::max(0, (line - em) / 2), 0, 0);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(em / 2, em / 5, em / 4, em / 5);
    grid->setHorizontalSpacing(em / 3);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_button, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_answer, 0, 2, Qt::AlignTop);
    grid->addWidget(m_again, 0, 3, Qt::AlignTop);
    grid->addWidget(m_value, 1, 1, 1, 3);
    grid->addWidget(m_meaning, 2, 1, 1, 3);
    grid->addWidget(m_person, 3, 1, 1, 3);
    grid->setColumnStretch(1, 1);

    connect(m_button, &QAbstractButton::clicked, this, &ItemWidget::toggle);
    connect(m_answer, &QToolButton::clicked, this, &ItemWidget::editNote);
    connect(m_again, &QToolButton::clicked, this, [this] { Q_EMIT runRequested(m_item.id); });
}

void ItemWidget::makeEditor()
{
    m_editor = new QWidget(this);
    m_note = new QLineEdit(m_editor);
    m_note->setObjectName(u"note"_s);
    m_tick = new QPushButton(tr("Tick"), m_editor);
    m_tick->setObjectName(u"tick"_s);
    auto *row = new QHBoxLayout(m_editor);
    row->setContentsMargins({});
    row->addWidget(m_note, 1);
    row->addWidget(m_tick);
    static_cast<QGridLayout *>(layout())->addWidget(m_editor, 4, 1, 1, 3);
    m_editor->hide();

    connect(m_note, &QLineEdit::returnPressed, this, &ItemWidget::submitNote);
    connect(m_note, &QLineEdit::textChanged, this,
            [this] { m_tick->setEnabled(!needsAnswer() || !m_note->text().trimmed().isEmpty()); });
    connect(m_tick, &QPushButton::clicked, this, &ItemWidget::submitNote);
}

bool ItemWidget::needsAnswer() const
{
    return m_state.probe && (m_state.probe->state == State::Warning || m_state.probe->state == State::Unknown);
}

void ItemWidget::setState(const ItemState &state, bool usable, bool running)
{
    m_state = state;
    m_usable = usable;
    m_running = running;
    const ItemMark mark = running ? ItemMark::Running : markOf(m_item, state);
    m_button->setMark(mark);
    const bool answerable = m_item.isManual() ||
                            (state.probe && state.probe->state != State::Passed && state.probe->state != State::Failed);
    m_button->setEnabled(usable && !running && (answerable || state.ticked));
    m_button->setFocusPolicy(m_button->isEnabled() ? Qt::StrongFocus : Qt::NoFocus);
    m_button->setToolTip(state.ticked ? tr("Take the tick back") : answerable ? tr("Tick") : QString());
    m_answer->setVisible(usable && answerable && !state.ticked);
    m_answer->setToolTip(needsAnswer() ? tr("Answer for it with a note") : tr("Tick with a note"));
    m_again->setVisible(usable && !m_item.isManual());
    m_again->setEnabled(!running);
    if (m_editor->isVisible() && (!usable || state.ticked || !answerable))
        m_editor->hide();
    showProbe();
    showPerson();
    m_button->setAccessibleName(tr("%1: %2").arg(m_item.title, m_stateText));
}

void ItemWidget::showProbe()
{
    const bool probed = m_state.probe.has_value();
    if (m_running)
        m_stateText = tr("checking…");
    else if (m_item.isManual())
        m_stateText = m_state.done ? tr("ticked") : tr("not ticked");
    else
        m_stateText = probed ? probeStateName(m_state.probe->state) : tr("not checked yet");

    const bool quiet = m_item.isManual() || (probed && m_state.probe->state == State::Manual);
    m_value->setVisible(!quiet || m_running);
    QString value = m_stateText;
    if (probed && !m_running && !m_state.probe->value.isEmpty())
        value = tr("%1: %2").arg(m_stateText, m_state.probe->value);
    m_value->setText(value);
    const ItemMark mark = m_running ? ItemMark::Running : markOf(m_item, m_state);
    const bool bad = mark == ItemMark::Failed || mark == ItemMark::Warning || mark == ItemMark::Unknown;
    m_value->setRole(bad ? roleOf(mark) : ColorRole::Inactive);

    const bool explain = probed && !m_running && m_state.probe->state != State::Passed;
    m_meaning->setVisible(explain);
    if (!probed)
        return;
    m_meaning->setText(m_state.probe->message);
    const QString checked = tr("Checked %1 by %2").arg(longTime(m_state.probe->at), m_state.probedBy);
    const QString threshold =
        m_state.probe->threshold.isEmpty() ? QString() : tr("Limit: %1").arg(m_state.probe->threshold);
    const QString tip = QStringList{m_state.probe->message, threshold, checked}.join(u'\n');
    m_value->setToolTip(tip);
    m_meaning->setToolTip(tip);
}

void ItemWidget::showPerson()
{
    QStringList lines;
    if (m_state.ticked)
        lines << tr("%1, %2").arg(m_state.by, shortTime(m_state.at));
    else if (m_state.at.isValid())
        lines << tr("taken back by %1, %2").arg(m_state.by, shortTime(m_state.at));
    if (!m_state.note.trimmed().isEmpty())
        lines << m_state.note;
    m_person->setText(lines.join(u'\n'));
    m_person->setVisible(!lines.isEmpty());
    m_person->setToolTip(m_state.at.isValid() ? longTime(m_state.at) : QString());
}

void ItemWidget::toggle()
{
    if (m_state.ticked)
        Q_EMIT untickRequested(m_item.id);
    else if (needsAnswer())
        editNote();
    else
        Q_EMIT tickRequested(m_item.id, {});
}

void ItemWidget::editNote()
{
    m_note->setPlaceholderText(needsAnswer() ? tr("Why is this all right?") : tr("Note"));
    m_note->setAccessibleName(tr("Note on %1").arg(m_item.title));
    m_tick->setEnabled(!needsAnswer() || !m_note->text().trimmed().isEmpty());
    m_editor->show();
    m_note->setFocus();
}

void ItemWidget::submitNote()
{
    if (!m_tick->isEnabled())
        return;
    Q_EMIT tickRequested(m_item.id, m_note->text().trimmed());
    m_note->clear();
    m_editor->hide();
}

void ItemWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_editor->isVisible()) {
        m_editor->hide();
        m_button->setFocus();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Whimbrel
