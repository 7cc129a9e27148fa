// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/theme.h"

#include <QList>
#include <QWidget>

namespace Whimbrel {

/// Values, each after the sign by which a chart draws it. Changes with every sample, so it asks for no new layout then.
class ChartLegend final : public QWidget
{
public:
    struct Entry
    {
        QString sign;
        ColorRole role;
        QString text;

        bool operator==(const Entry &) const = default;
    };

    using QWidget::QWidget;

    void setEntries(const QList<Entry> &entries);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Entry> m_entries;
};

} // namespace Whimbrel
