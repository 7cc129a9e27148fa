// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>

#include <memory>

namespace Whimbrel {

/// The person's settings file, in the application's configuration folder (which tests redirect). Never holds a secret.
std::unique_ptr<QSettings> openSettings();

/// One typed setting: its key, its default and what reads and writes it. GUI thread.
template<typename T>
class Setting
{
public:
    Setting(const char *key, T defaultValue) : m_key(QString::fromLatin1(key)), m_default(std::move(defaultValue)) {}

    QString key() const { return m_key; }
    const T &defaultValue() const { return m_default; }
    T value() const { return openSettings()->value(m_key, QVariant::fromValue(m_default)).template value<T>(); }
    void setValue(const T &value) const
    {
        if (value == m_default)
            openSettings()->remove(m_key);
        else
            openSettings()->setValue(m_key, QVariant::fromValue(value));
    }

private:
    QString m_key;
    T m_default;
};

} // namespace Whimbrel
