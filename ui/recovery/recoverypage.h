// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/resume/recoverychoices.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace Whimbrel {

class RecoveryController;
class Workbench;

/// What became of a migration whose run did not end well, and the ways on with what each of them does.
class RecoveryPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryPage(Workbench &workbench, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person is done with it for now.
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createHeader();
    QWidget *createSide();
    void update();
    void showOthers();
    bool hasOthers() const;
    void showText();
    void showChoices();
    void addChoice(const RecoveryChoice &choice, int row);
    void updateButtons();
    void choose(const RecoveryChoice &choice);
    void confirm(const RecoveryChoice &choice);
    void carryOut(RecoveryChoice::Kind kind);
    void planRun(bool back);

    Workbench &m_workbench;
    RecoveryController &m_controller;
    QLabel *m_title;
    QLabel *m_where;
    QComboBox *m_leftOpen;
    QPushButton *m_lookAgain;
    QPushButton *m_leave;
    QTextBrowser *m_text;
    QWidget *m_side;
    QWidget *m_choices;
    QGridLayout *m_grid;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QList<std::pair<QPushButton *, RecoveryChoice>> m_buttons;
};

} // namespace Whimbrel
