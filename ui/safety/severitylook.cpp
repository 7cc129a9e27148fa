// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/severitylook.h"

#include <KColorScheme>
#include <KColorUtils>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

} // namespace

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QIcon::fromTheme(u"data-information"_s);
    case Severity::Warning:
        return QIcon::fromTheme(u"data-warning"_s);
    case Severity::Error:
        return QIcon::fromTheme(u"data-error"_s);
    }
    Q_UNREACHABLE_RETURN({});
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return tr("Note");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Error:
        return tr("Error");
    }
    Q_UNREACHABLE_RETURN({});
}

QColor severityColor(Severity severity, const QPalette &palette)
{
    const KColorScheme scheme(palette.currentColorGroup(), KColorScheme::View);
    switch (severity) {
    case Severity::Info:
        return scheme.foreground(KColorScheme::ActiveText).color();
    case Severity::Warning:
        return scheme.foreground(KColorScheme::NeutralText).color();
    case Severity::Error:
        return scheme.foreground(KColorScheme::NegativeText).color();
    }
    Q_UNREACHABLE_RETURN({});
}

NoteColors noteColors(ImpactNote::Level level, const QPalette &palette)
{
    const KColorScheme scheme(palette.currentColorGroup(), KColorScheme::View);
    // The roles' own text colours are made for icons and single words; on their backgrounds they are too pale to read.
    const auto colors = [&](KColorScheme::ForegroundRole text, KColorScheme::BackgroundRole background) {
        return NoteColors{KColorUtils::mix(scheme.foreground(text).color(), palette.color(QPalette::Text), 0.4),
                          scheme.background(background).color()};
    };
    switch (level) {
    case ImpactNote::Level::Calm:
        return colors(KColorScheme::PositiveText, KColorScheme::PositiveBackground);
    case ImpactNote::Level::Caution:
        return colors(KColorScheme::NeutralText, KColorScheme::NeutralBackground);
    case ImpactNote::Level::Danger:
        return colors(KColorScheme::NegativeText, KColorScheme::NegativeBackground);
    }
    Q_UNREACHABLE_RETURN({});
}

QString findingHint(const Finding &finding)
{
    const QString rule = finding.rule.isEmpty() ? QString() : u" (%1)"_s.arg(finding.rule.toHtmlEscaped());
    QString hint = u"<p><b>%1</b>%2</p>"_s.arg(finding.message.toHtmlEscaped(), rule);
    if (!finding.why.isEmpty())
        hint += u"<p>%1</p>"_s.arg(finding.why.toHtmlEscaped());
    if (!finding.fix.isEmpty())
        hint += u"<p>%1</p>"_s.arg(tr("<i>Instead:</i> %1").arg(finding.fix.toHtmlEscaped()));
    if (finding.needsSchema)
        hint += u"<p>%1</p>"_s.arg(tr("This is the worst case: a connection to the database would settle it."));
    if (!finding.fixes.isEmpty())
        hint += u"<p>%1</p>"_s.arg(tr("Alt+Return writes the safe steps."));
    return hint;
}

} // namespace Whimbrel
