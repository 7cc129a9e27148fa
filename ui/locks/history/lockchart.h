// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Whimbrel {

class HistoryCursor;
class LockMonitor;
struct LockPlot;
struct LockPoint;

/// The last ten minutes drawn: how many sessions wait, the longest wait, how much is committed, and where statements of the
/// run began. A click shows that moment. Draws at most once a sample while it is visible, and nothing while it is not.
class LockChart final : public QWidget
{
    Q_OBJECT

public:
    LockChart(LockMonitor &monitor, HistoryCursor &cursor, QWidget *parent = nullptr);
    ~LockChart() override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// What a point of the chart says in words, one a line.
    static QStringList pointTexts(const LockPoint &point);

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeSample();
    void drawCursor();
    void draw();
    QDateTime timeAt(const QPoint &position) const;
    QString textAt(const QDateTime &time) const;

    LockMonitor &m_monitor;
    HistoryCursor &m_cursor;
    std::unique_ptr<LockPlot> m_plot; ///< made when it is shown for the first time
    QTimer m_drawing; ///< runs while something new is to be drawn
};

} // namespace Whimbrel
