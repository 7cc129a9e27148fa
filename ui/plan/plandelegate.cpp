// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plandelegate.h"

#include "plan/runmodel.h"
#include "plan/runstateshape.h"
#include "safety/severitylook.h"
#include "syntax/sqlsyntax.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int linesShown = 12; // of one statement; the editor shows the rest

RunModel::RowKind kindOf(const QModelIndex &index)
{
    return static_cast<RunModel::RowKind>(index.data(RunModel::KindRole).toInt());
}

RunState stateOf(const QModelIndex &index)
{
    return static_cast<RunState>(index.data(RunModel::StateRole).toInt());
}

QColor textColor(const QStyleOptionViewItem &option, QPalette::ColorRole role)
{
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(option.palette.currentColorGroup(), selected ? QPalette::HighlightedText : role);
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

/// Under the text, as long as the statement has come.
void paintBar(QPainter *painter, const QStyleOptionViewItem &option, int perMille)
{
    QRect bar = option.rect.adjusted(option.fontMetrics.averageCharWidth() / 2, 0, -option.fontMetrics.averageCharWidth() / 2, 0);
    bar.setTop(bar.bottom() - std::max(1, option.fontMetrics.height() / 8));
    QColor track = textColor(option, QPalette::Text);
    track.setAlphaF(0.2F);
    painter->fillRect(bar, track);
    bar.setWidth(bar.width() * perMille / 1000);
    painter->fillRect(bar, textColor(option, QPalette::Highlight));
}

QList<PlannedImpact::Found> findingsOf(const QModelIndex &index)
{
    return index.data(RunModel::FindingsRole).value<QList<PlannedImpact::Found>>();
}

int effectLines(const QModelIndex &index)
{
    return static_cast<int>(index.data(RunModel::EffectsRole).toStringList().size() + findingsOf(index).size());
}

/// One line in the fixed font that may be coloured, with an ellipsis where it is too long.
void drawElided(QPainter *painter, QTextLayout &layout, const QRect &rect)
{
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    if (layout.lineAt(0).naturalTextWidth() <= rect.width()) {
        layout.draw(painter, rect.topLeft());
        return;
    }
    const QString ellipsis = u"…"_s;
    const QFontMetrics metrics(layout.font());
    const int letter = metrics.horizontalAdvance(u'0');
    const int shown = (rect.width() - metrics.horizontalAdvance(ellipsis)) / letter * letter; // whole letters
    painter->save();
    painter->setClipRect(QRect(rect.topLeft(), QSize(shown, rect.height())), Qt::IntersectClip);
    layout.draw(painter, rect.topLeft());
    painter->restore();
    painter->drawText(rect.adjusted(shown, 0, 0, 0), Qt::AlignVCenter, ellipsis);
}

} // namespace

PlanDelegate::PlanDelegate(QObject *parent)
    : QStyledItemDelegate(parent), m_fixedFont(QFontDatabase::systemFont(QFontDatabase::FixedFont)), m_cache(500)
{
}

void PlanDelegate::setDialect(std::optional<Dialect> dialect)
{
    m_dialect = dialect;
    m_cache.clear();
}

void PlanDelegate::setLargestLine(int line)
{
    m_lineDigits = std::max(3, static_cast<int>(QString::number(line).size()));
}

QString PlanDelegate::shownSql(const QModelIndex &index) const
{
    if (!m_whole)
        return index.data(Qt::DisplayRole).toString();
    const QString sql = index.data(RunModel::SqlRole).toString();
    qsizetype end = -1;
    for (int line = 0; line < linesShown; ++line) {
        end = sql.indexOf(u'\n', end + 1);
        if (end < 0)
            return sql.left(4000);
    }
    return sql.left(std::min<qsizetype>(end, 4000)) + u"\n…"_s;
}

const PlanDelegate::Shown &PlanDelegate::shown(const QModelIndex &index, const QPalette &palette) const
{
    const QPersistentModelIndex key(index);
    if (!m_cache.contains(key)) {
        const QString text = shownSql(index);
        m_cache.insert(key, new Shown{text, highlightSql(text, m_dialect, palette)});
    }
    return *m_cache.object(key);
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const QFontMetrics fixed(m_fixedFont);
    const int line = std::max(metrics.height(), fixed.height()) + 2 * padding(metrics);
    if (index.column() != RunModel::WhatColumn) {
        const QString text = index.data(Qt::DisplayRole).toString();
        return {metrics.horizontalAdvance(text) + 2 * metrics.averageCharWidth(), line};
    }
    if (!m_whole || kindOf(index) != RunModel::RowKind::Statement)
        return {metrics.averageCharWidth() * 40, line};
    const auto lines = static_cast<int>(shownSql(index).count(u'\n')) + 1;
    return {metrics.averageCharWidth() * 40,
            lines * fixed.lineSpacing() + effectLines(index) * metrics.height() + 2 * padding(metrics)};
}

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &plain, const QModelIndex &index) const
{
    QStyleOptionViewItem option = plain;
    initStyleOption(&option, index);
    if (index.column() == RunModel::StateColumn && index.data(RunModel::StateRole).isValid()
        && !(option.state & QStyle::State_Selected))
        option.palette.setColor(QPalette::Text, runStateColor(stateOf(index), option.palette));
    if (index.column() != RunModel::WhatColumn) {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        if (const QVariant perMille = index.data(RunModel::PerMilleRole); index.column() == RunModel::StateColumn && perMille.isValid())
            paintBar(painter, option, perMille.toInt());
        return;
    }
    painter->save();
    paintBackground(painter, option);
    painter->setClipRect(option.rect);
    switch (kindOf(index)) {
    case RunModel::RowKind::Step: paintStep(painter, option, index); break;
    case RunModel::RowKind::Note: paintNote(painter, option, index); break;
    case RunModel::RowKind::Statement: paintStatement(painter, option, index); break;
    }
    painter->restore();
}

void PlanDelegate::paintStep(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont bold = option.font;
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    QRect rect = option.rect;
    if (m_states) {
        const int size = metrics.height() * 4 / 5;
        paintRunState(*painter, QRectF(rect.left(), rect.center().y() - size / 2.0, size, size), stateOf(index),
                      option.palette, m_turn);
        rect.setLeft(rect.left() + size + metrics.averageCharWidth());
    }
    const QString title = metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rect.width());
    painter->setFont(bold);
    painter->setPen(textColor(option, QPalette::Text));
    painter->drawText(rect, Qt::AlignVCenter, title);
    rect.setLeft(rect.left() + metrics.horizontalAdvance(title) + 2 * metrics.averageCharWidth());
    if (rect.width() < 8 * metrics.averageCharWidth())
        return;
    painter->setFont(option.font);
    painter->setPen(textColor(option, QPalette::PlaceholderText));
    painter->drawText(
        rect, Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(RunModel::DetailRole).toString(), Qt::ElideRight, rect.width()));
}

void PlanDelegate::paintNote(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rect = option.rect;
    const int size = option.fontMetrics.height();
    QIcon::fromTheme(u"dialog-information"_s)
        .paint(painter, QRect(rect.left(), rect.center().y() - size / 2, size, size));
    rect.setLeft(rect.left() + size + option.fontMetrics.averageCharWidth());
    painter->setPen(textColor(option, QPalette::Text));
    painter->drawText(rect, Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
}

int PlanDelegate::paintImpact(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const QRect &line) const
{
    const QString impact = index.data(RunModel::ImpactRole).toString();
    if (impact.isEmpty())
        return line.width();
    const int gap = option.fontMetrics.averageCharWidth();
    const QString text = option.fontMetrics.elidedText(impact, Qt::ElideRight, line.width() / 2);
    const int width = option.fontMetrics.horizontalAdvance(text) + 2 * gap;
    const QRect box(line.right() - width - gap, line.top(), width, line.height());
    const NoteColors colors =
        noteColors(static_cast<ImpactNote::Level>(index.data(RunModel::ImpactLevelRole).toInt()), option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.background);
    painter->drawRoundedRect(box, box.height() / 4.0, box.height() / 4.0);
    painter->setPen(colors.text);
    painter->setFont(option.font);
    painter->drawText(box, Qt::AlignCenter, text);
    painter->restore();
    return std::max(0, box.left() - gap - line.left());
}

int PlanDelegate::paintWorst(QPainter *painter, const QModelIndex &index, const QRect &line) const
{
    const QList<PlannedImpact::Found> findings = findingsOf(index);
    if (findings.isEmpty() || m_whole)
        return line.width();
    const int size = std::min(line.height(), line.width());
    severityIcon(findings.first().severity).paint(painter, QRect(line.right() - size, line.top(), size, size));
    return line.width() - size - size / 3;
}

void PlanDelegate::paintEffects(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QRect &rect) const
{
    const int height = option.fontMetrics.height();
    QRect line(rect.left(), rect.top(), rect.width(), height);
    painter->setFont(option.font);
    painter->setPen(textColor(option, QPalette::PlaceholderText));
    for (const QString &effect : index.data(RunModel::EffectsRole).toStringList()) {
        painter->drawText(line, Qt::AlignVCenter, option.fontMetrics.elidedText(effect, Qt::ElideRight, line.width()));
        line.translate(0, height);
    }
    painter->setPen(textColor(option, QPalette::Text));
    for (const PlannedImpact::Found &found : findingsOf(index)) {
        const QRect text = line.adjusted(height + height / 3, 0, 0, 0);
        severityIcon(found.severity).paint(painter, QRect(line.left(), line.top(), height, height));
        painter->drawText(text, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(found.text, Qt::ElideRight, text.width()));
        line.translate(0, height);
    }
}

void PlanDelegate::paintStatement(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics fixed(m_fixedFont);
    const int lineHeight = fixed.lineSpacing();
    QRect rect = option.rect.adjusted(0, padding(option.fontMetrics), 0, -padding(option.fontMetrics));
    if (m_states) {
        const double size = lineHeight * 0.7;
        paintRunState(*painter, QRectF(rect.left(), rect.top() + (lineHeight - size) / 2, size, size), stateOf(index),
                      option.palette, m_turn);
        rect.setLeft(rect.left() + lineHeight);
    }
    const int gutter = fixed.horizontalAdvance(QString(m_lineDigits, u'0'));
    painter->setFont(m_fixedFont);
    painter->setPen(textColor(option, QPalette::PlaceholderText));
    painter->drawText(QRect(rect.left(), rect.top(), gutter, lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                      QString::number(index.data(RunModel::LineRole).toInt()));
    rect.setLeft(rect.left() + gutter + fixed.horizontalAdvance(u"00"_s));

    const QRect firstLine(rect.left(), rect.top(), rect.width(), lineHeight);
    const int beside = paintImpact(painter, option, index, firstLine);
    const int room = paintWorst(painter, index, QRect(firstLine.topLeft(), QSize(beside, lineHeight)));
    rect.setRight(rect.right() - fixed.averageCharWidth()); // the next column begins at once
    const int bottom = paintSql(painter, option, index, rect, std::min(room, rect.width()));
    if (m_whole)
        paintEffects(painter, option, index, QRect(rect.left(), bottom, rect.width(), rect.bottom() - bottom));
}

int PlanDelegate::paintSql(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const QRect &rect, int firstWidth) const
{
    const int lineHeight = QFontMetrics(m_fixedFont).lineSpacing();
    const Shown &sql = shown(index, option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setFont(m_fixedFont);
    painter->setPen(textColor(option, QPalette::Text));
    qsizetype begin = 0;
    int y = rect.top();
    for (; begin <= sql.text.size() && y < rect.bottom() + lineHeight; y += lineHeight) {
        qsizetype end = sql.text.indexOf(u'\n', begin);
        if (end < 0)
            end = sql.text.size();
        QTextLayout layout(sql.text.sliced(begin, end - begin), m_fixedFont);
        QList<QTextLayout::FormatRange> formats;
        for (QTextLayout::FormatRange range : sql.formats) {
            if (selected || range.start >= end || range.start + range.length <= begin)
                continue;
            range.start -= static_cast<int>(begin);
            formats << range;
        }
        layout.setFormats(formats);
        drawElided(painter, layout, {rect.left(), y, begin == 0 ? firstWidth : rect.width(), lineHeight});
        begin = end + 1;
    }
    return y;
}

} // namespace Whimbrel
