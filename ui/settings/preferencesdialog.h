// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace Whimbrel {

struct RunGuards;

/// What a person can choose. Everything takes effect at once, but for the language.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `guards` are the open project's, or the built-in ones: shown, and set in whimbrel.toml.
    explicit PreferencesDialog(const RunGuards &guards, QWidget *parent = nullptr);

Q_SIGNALS:
    void editorFontChanged();
    /// Rules of the analysis were switched.
    void rulesChanged();
    /// Settings::incidentMs is another.
    void incidentLimitChanged();

private:
    void addAppearance(QFormLayout *form);
    void addEditor(QFormLayout *form);
    void addNotifications(QFormLayout *form);
    void addLocks(QFormLayout *form);
    void addGuards(QFormLayout *form, const RunGuards &guards);
    void addHeading(QFormLayout *form, const QString &text);
    void storeFont();

    QLabel *m_restart = nullptr;
    QFontComboBox *m_font = nullptr;
    QSpinBox *m_fontSize = nullptr;
};

} // namespace Whimbrel
