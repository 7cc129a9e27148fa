// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Whimbrel {

class TimelineFilter;

/// Search and states: what of the timeline is shown.
class TimelineFilterBar final : public QWidget
{
    Q_OBJECT

public:
    TimelineFilterBar(TimelineFilter &filter, QWidget *parent);

    void focusSearch();

Q_SIGNALS:
    void changed();
    void left(); ///< for the list, by the keyboard

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeSearch(TimelineFilter &filter);
    void makeStates(TimelineFilter &filter);

    QLineEdit *m_search;
    QComboBox *m_states;
};

} // namespace Whimbrel
