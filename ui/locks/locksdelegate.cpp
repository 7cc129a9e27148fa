// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/locksdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QTextOption>

#include <utility>

namespace Whimbrel {

namespace {

constexpr int keptTexts = 2000; ///< a large screen full of rows has about 500 cells

QColor textColor(const QStyleOptionViewItem &option)
{
    QPalette::ColorGroup group = option.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
    if (!(option.state & QStyle::State_Enabled))
        group = QPalette::Disabled;
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
}

/// What is the style's to draw: colours, picture, frame of the focus. Most cells have nothing of it.
bool hasMoreThanText(const QStyleOptionViewItem &cell)
{
    constexpr QStyle::State lit = QStyle::State_Selected | QStyle::State_MouseOver | QStyle::State_HasFocus;
    return (cell.state & lit) || (cell.features & QStyleOptionViewItem::HasDecoration)
        || cell.backgroundBrush.style() != Qt::NoBrush;
}

/// Where QCommonStyle has the text of an item: beside its picture, with a margin on either side.
QRect textRect(const QStyleOptionViewItem &option, const QStyle &style)
{
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const bool pictured = option.features & QStyleOptionViewItem::HasDecoration;
    const int before = margin + (pictured ? option.decorationSize.width() + 2 * margin : 0);
    return QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(before, 0, -margin, 0));
}

} // namespace

LocksDelegate::LocksDelegate(QObject *parent) : QStyledItemDelegate(parent), m_shaped(keptTexts)
{
}

void LocksDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle &style = *(cell.widget ? cell.widget->style() : QApplication::style());
    if (hasMoreThanText(cell)) {
        QStyleOptionViewItem rest = cell;
        rest.text.clear();
        rest.features &= ~QStyleOptionViewItem::HasDisplay;
        style.drawControl(QStyle::CE_ItemViewItem, &rest, painter, cell.widget);
    }
    const QRect place = textRect(cell, style);
    if (cell.text.isEmpty() || place.width() <= 0)
        return;
    const QStaticText &text = shaped(cell, place.width());
    const QSize size = text.size().toSize();
    painter->setFont(cell.font);
    painter->setPen(textColor(cell));
    painter->drawStaticText(QStyle::alignedRect(cell.direction, cell.displayAlignment, size, place).topLeft(), text);
}

const QStaticText &LocksDelegate::shaped(const QStyleOptionViewItem &option, int width) const
{
    const Key key{option.text, width, option.font, option.direction};
    if (const QStaticText *known = m_shaped.object(key))
        return *known;
    QString line = option.text;
    line.replace(QChar::LineSeparator, u' ').replace(u'\n', u' ');
    auto *text = new QStaticText(option.fontMetrics.elidedText(line, option.textElideMode, width));
    text->setTextFormat(Qt::PlainText);
    QTextOption direction;
    direction.setTextDirection(option.direction);
    direction.setWrapMode(QTextOption::NoWrap);
    text->setTextOption(direction);
    text->prepare({}, option.font);
    m_shaped.insert(key, text);
    return *text;
}

} // namespace Whimbrel
