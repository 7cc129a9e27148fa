// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/commandpalette.h"

#include "mainwindow/actions.h"
#include "settings/theme.h"
#include "workbench/gatedaction.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace Whimbrel {

namespace {

/// The score of taking each letter as early as it comes, from `at` on.
int scoreFrom(QStringView pattern, QStringView text, qsizetype at)
{
    int score = 0;
    qsizetype last = -2;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        const qsizetype found = text.indexOf(wanted, at, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        const bool beginsWord = found == 0 || !text.at(found - 1).isLetterOrNumber();
        score += 1 + (found == last + 1 ? 4 : 0) + (beginsWord ? 3 : 0);
        last = found;
        at = found + 1;
    }
    return score;
}

} // namespace

int fuzzyScore(QStringView pattern, QStringView text)
{
    pattern = pattern.trimmed();
    if (pattern.isEmpty())
        return 0;
    int best = -1;
    for (qsizetype at = text.indexOf(pattern.front(), 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(pattern.front(), at + 1, Qt::CaseInsensitive))
        best = std::max(best, scoreFrom(pattern, text, at));
    return best;
}

namespace {

/// The name at the left; at the right, in a quiet colour, the shortcut, or why the action cannot be used now.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString reason = index.data(PaletteModel::ReasonRole).toString();
        const QString text = reason.isEmpty() ? index.data(PaletteModel::ShortcutRole).toString() : reason;
        if (text.isEmpty())
            return;
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : roleColor(ColorRole::Inactive));
        const int margin = option.fontMetrics.height() / 2;
        const int name =
            option.decorationSize.width() + option.fontMetrics.horizontalAdvance(index.data().toString()) + 3 * margin;
        const QRect rect = option.rect.adjusted(name, 0, -margin, 0);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() * 8 / 5};
    }
};

} // namespace

PaletteModel::PaletteModel(const ActionRegistry &registry, QObject *parent)
    : QAbstractListModel(parent)
{
    const QList<QAction *> actions = registry.actions();
    for (QAction *action : actions) {
        const bool usable = action->isEnabled() || !obstacleOf(*action).isEmpty();
        if (!usable || !action->isVisible() || action->menu())
            continue;
        QString text = action->iconText();
        text.remove(u'…');
        m_all.append({action, tr("%1: %2").arg(registry.menuTitleOf(action), text)});
    }
    m_shown = m_all;
}

void PaletteModel::setPattern(const QString &pattern)
{
    QList<std::pair<int, Entry>> scored;
    for (const Entry &entry : std::as_const(m_all)) {
        if (const int score = fuzzyScore(pattern, entry.text); score >= 0)
            scored.append({score, entry});
    }
    std::ranges::stable_sort(scored, std::ranges::greater{}, &std::pair<int, Entry>::first);
    beginResetModel();
    m_shown.clear();
    for (const auto &[score, entry] : std::as_const(scored))
        m_shown.append(entry);
    endResetModel();
}

QAction *PaletteModel::actionAt(const QModelIndex &index) const
{
    return index.isValid() ? m_shown.at(index.row()).action : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::DecorationRole:
        return entry.action->icon();
    case ShortcutRole:
        return entry.action->shortcut().toString(QKeySequence::NativeText);
    case ReasonRole:
        return obstacleOf(*entry.action);
    case Qt::ToolTipRole:
        return obstacleOf(*entry.action).isEmpty() ? QString() : entry.action->toolTip();
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() && !m_shown.at(index.row()).action->isEnabled() ? flags & ~Qt::ItemIsEnabled : flags;
}

CommandPalette::CommandPalette(const ActionRegistry &registry, QWidget *parent)
    : QDialog(parent)
    , m_model(new PaletteModel(registry, this))
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    m_edit->setPlaceholderText(tr("Type a few letters of a command"));
    m_edit->setAccessibleName(tr("Command"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocusProxy(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setPattern(text);
        m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::trigger);
    connect(m_list, &QListView::clicked, this, &CommandPalette::trigger);
    const int em = fontMetrics().height();
    resize(em * 46, em * 24);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list->viewport(), event);
            return QCoreApplication::sendEvent(m_list, event);
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::trigger()
{
    // A disabled row never becomes the current one; it says why, and another command is not run in its place.
    const QPointer<QAction> action = m_model->actionAt(m_list->currentIndex());
    if (!action || !action->isEnabled())
        return;
    accept();
    if (action)
        action->trigger();
}

} // namespace Whimbrel
