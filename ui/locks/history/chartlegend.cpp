// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/chartlegend.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Whimbrel {

void ChartLegend::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    QStringList texts;
    for (const Entry &entry : entries)
        texts << entry.text;
    setAccessibleName(texts.join(u", "_s));
    setToolTip(texts.join(u'\n'));
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height()};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int gap = fontMetrics().averageCharWidth();
    const int baseline = (height() - fontMetrics().height()) / 2 + fontMetrics().ascent();
    int x = gap / 2;
    for (const Entry &entry : std::as_const(m_entries)) {
        const int end = x + fontMetrics().horizontalAdvance(entry.sign) + gap / 2 + fontMetrics().horizontalAdvance(entry.text);
        if (end > width())
            break; // a word cut in two tells less than none; the tool tip has all
        painter.setPen(roleColor(entry.role));
        painter.drawText(x, baseline, entry.sign);
        x += fontMetrics().horizontalAdvance(entry.sign) + gap / 2;
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(x, baseline, entry.text);
        x = end + 2 * gap;
    }
}

} // namespace Whimbrel
