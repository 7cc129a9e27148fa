// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDialog>

class QAction;
class QLineEdit;
class QListView;

namespace Whimbrel {

class ActionRegistry;

/// How well `pattern`'s letters are found in `text` in their order: -1 if they are not. Higher is better: beginnings of
/// words and neighbours count more. Case does not matter.
int fuzzyScore(QStringView pattern, QStringView text);

/// The actions that fit what was typed, best first: those that can be used now, and those that only a closed release
/// gate or a read-only environment keeps from it, disabled and with the reason.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole, ReasonRole };

    explicit PaletteModel(const ActionRegistry &registry, QObject *parent = nullptr);

    void setPattern(const QString &pattern);
    QAction *actionAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry
    {
        QAction *action;
        QString text; ///< "Run: Apply pending"
    };

    QList<Entry> m_all;
    QList<Entry> m_shown;
};

/// Ctrl+Shift+P: every action of the window by a few letters of its name.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const ActionRegistry &registry, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void trigger();

    PaletteModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
};

} // namespace Whimbrel
