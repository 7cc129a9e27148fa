// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferencesdialog.h"

#include "project/configuration/projectconfiguration.h"
#include "settings/rulespage.h"
#include "settings/settings.h"
#include "settings/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// A choice among texts that stand for a setting's values.
QComboBox *comboFor(const Setting<QString> &setting, const QList<std::pair<QString, QString>> &choices, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(setting.key());
    for (const auto &[text, value] : choices)
        combo->addItem(text, value);
    combo->setCurrentIndex(std::max(combo->findData(setting.value()), 0));
    return combo;
}

QCheckBox *checkFor(const Setting<bool> &setting, const QString &text, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setObjectName(setting.key());
    box->setChecked(setting.value());
    QObject::connect(box, &QCheckBox::toggled, box, [setting](bool on) { setting.setValue(on); });
    return box;
}

QString milliseconds(std::chrono::milliseconds time)
{
    if (time.count() == 0)
        return PreferencesDialog::tr("no limit");
    if (time.count() % 60000 == 0)
        return PreferencesDialog::tr("%n minute(s)", nullptr, static_cast<int>(time.count() / 60000));
    if (time.count() % 1000 == 0)
        return PreferencesDialog::tr("%n second(s)", nullptr, static_cast<int>(time.count() / 1000));
    return PreferencesDialog::tr("%n millisecond(s)", nullptr, static_cast<int>(time.count()));
}

} // namespace

PreferencesDialog::PreferencesDialog(const RunGuards &guards, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    auto *tabs = new QTabWidget(this);
    auto *general = new QWidget(tabs);
    auto *form = new QFormLayout(general);
    addAppearance(form);
    addEditor(form);
    addNotifications(form);
    addLocks(form);
    addGuards(form, guards);
    auto *rules = new RulesPage(tabs);
    connect(rules, &RulesPage::rulesChanged, this, &PreferencesDialog::rulesChanged);
    tabs->addTab(general, tr("General"));
    tabs->addTab(rules, tr("Rules"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
}

void PreferencesDialog::addHeading(QFormLayout *form, const QString &text)
{
    auto *heading = new QLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    if (form->rowCount() > 0)
        heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    form->addRow(heading);
}

void PreferencesDialog::addAppearance(QFormLayout *form)
{
    addHeading(form, tr("Appearance"));
    QComboBox *theme =
        comboFor(Settings::theme,
                 {{tr("As the desktop"), u"system"_s}, {tr("Light"), u"light"_s}, {tr("Dark"), u"dark"_s}}, this);
    form->addRow(tr("&Theme:"), theme);
    connect(theme, &QComboBox::currentIndexChanged, this, [theme] {
        Settings::theme.setValue(theme->currentData().toString());
        applyTheme(Settings::theme.value());
    });
    QComboBox *language =
        comboFor(Settings::language,
                 {{tr("As the desktop"), QString()}, {u"English"_s, u"en"_s}, {u"Deutsch"_s, u"de"_s}}, this);
    form->addRow(tr("&Language:"), language);
    m_restart = new QLabel(tr("Takes effect when Whimbrel is started again."), this);
    m_restart->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), m_restart);
    form->setRowVisible(m_restart, false);
    connect(language, &QComboBox::currentIndexChanged, this, [this, form, language] {
        Settings::language.setValue(language->currentData().toString());
        form->setRowVisible(m_restart, true);
    });
}

void PreferencesDialog::addEditor(QFormLayout *form)
{
    addHeading(form, tr("Editor"));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.fromString(Settings::editorFont.value().isEmpty() ? font.toString() : Settings::editorFont.value());
    m_font = new QFontComboBox(this);
    m_font->setFontFilters(QFontComboBox::MonospacedFonts);
    m_font->setCurrentFont(font);
    m_fontSize = new QSpinBox(this);
    m_fontSize->setRange(6, 48);
    m_fontSize->setValue(font.pointSize() > 0 ? font.pointSize() : 10);
    m_fontSize->setSuffix(tr(" pt"));
    form->addRow(tr("&Font:"), m_font);
    form->addRow(tr("&Size:"), m_fontSize);
    connect(m_font, &QFontComboBox::currentFontChanged, this, &PreferencesDialog::storeFont);
    connect(m_fontSize, &QSpinBox::valueChanged, this, &PreferencesDialog::storeFont);
}

void PreferencesDialog::storeFont()
{
    QFont font = m_font->currentFont();
    font.setPointSize(m_fontSize->value());
    Settings::editorFont.setValue(font.toString());
    Q_EMIT editorFontChanged();
}

void PreferencesDialog::addNotifications(QFormLayout *form)
{
    addHeading(form, tr("Desktop notifications"));
    form->addRow(QString(), checkFor(Settings::notifyRunFinished, tr("When a run &ends well"), this));
    form->addRow(QString(), checkFor(Settings::notifyRunFailed, tr("When a run &fails or is stopped"), this));
}

void PreferencesDialog::addLocks(QFormLayout *form)
{
    addHeading(form, tr("Waits for locks"));
    auto *limit = new QDoubleSpinBox(this);
    limit->setObjectName(Settings::incidentMs.key());
    limit->setRange(0.1, 3600);
    limit->setDecimals(1);
    limit->setSingleStep(0.5);
    limit->setSuffix(tr(" s"));
    limit->setValue(Settings::incidentMs.value() / 1000.0);
    limit->setToolTip(tr("Others that wait because of a run are an incident from the run's stall budget on."));
    form->addRow(tr("&Incident after:"), limit);
    connect(limit, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        Settings::incidentMs.setValue(qRound(seconds * 1000));
        Q_EMIT incidentLimitChanged();
    });
}

void PreferencesDialog::addGuards(QFormLayout *form, const RunGuards &guards)
{
    addHeading(form, tr("Guards of a run"));
    form->addRow(tr("Wait for a lock:"), new QLabel(milliseconds(guards.lockTimeout), this));
    form->addRow(tr("Longest statement:"), new QLabel(milliseconds(guards.statementTimeout), this));
    auto *note = new QLabel(tr("Set under [guards] in whimbrel.toml, for everybody or for one environment."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    form->addRow(note);
}

} // namespace Whimbrel
