// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/release.h"

#include <QMap>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Whimbrel {

class CheckRunner;
class ItemWidget;
class RoleLabel;

/// One phase of a release: how far it is, its items, and what opens it while it is locked.
class PhasePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PhasePanel(ReleasePhase phase, QWidget *parent = nullptr);

    void setRelease(const Release &release, const CheckRunner &checks);
    ItemWidget *itemWidget(const QString &item) const { return m_items.value(item); }
    bool isExpanded() const { return m_expanded; }

Q_SIGNALS:
    void tickRequested(const QString &item, const QString &note);
    void untickRequested(const QString &item);
    void runRequested(const QList<Whimbrel::ChecklistItem> &items);
    void overrideRequested(Whimbrel::ReleasePhase phase);

private:
    void make();
    void rebuild(const QList<ChecklistItem> &items);
    void showHeader(const Release &release, PhaseState state, bool checking);
    void setExpanded(bool expanded);

    ReleasePhase m_phase;
    QList<ChecklistItem> m_shown; ///< what the item widgets were made for
    std::optional<PhaseState> m_state;
    bool m_expanded = false;
    QMap<QString, ItemWidget *> m_items;
    QToolButton *m_header = nullptr;
    RoleLabel *m_progress = nullptr;
    QProgressBar *m_bar = nullptr;
    RoleLabel *m_note = nullptr;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_list = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_override = nullptr;
};

} // namespace Whimbrel
