// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/release.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QToolButton;

namespace Whimbrel {

class RoleLabel;
class StateButton;

/// One item of a phase: its state as a shape, what a person or a probe said, and the ways to answer it.
class ItemWidget final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemWidget(const ChecklistItem &item, QWidget *parent = nullptr);

    /// `usable`: the phase is open and the release not closed.
    void setState(const ItemState &state, bool usable, bool running);
    const ChecklistItem &item() const { return m_item; }
    QString stateText() const { return m_stateText; } ///< "passed", "ticked", ...: translated

Q_SIGNALS:
    void tickRequested(const QString &item, const QString &note);
    void untickRequested(const QString &item);
    void runRequested(const QString &item);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void make();
    void makeEditor();
    void toggle();
    void editNote();
    void submitNote();
    void showProbe();
    void showPerson();
    bool needsAnswer() const;

    ChecklistItem m_item;
    ItemState m_state;
    bool m_usable = false;
    bool m_running = false;
    QString m_stateText;
    StateButton *m_button = nullptr;
    RoleLabel *m_title = nullptr;
    RoleLabel *m_value = nullptr;
    RoleLabel *m_meaning = nullptr;
    RoleLabel *m_person = nullptr;
    QToolButton *m_answer = nullptr;
    QToolButton *m_again = nullptr;
    QWidget *m_editor = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_tick = nullptr;
};

} // namespace Whimbrel
