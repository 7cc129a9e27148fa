// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Theme>

#include <QPalette>
#include <QString>
#include <QTextLayout>

#include <optional>

namespace Whimbrel {

/// The name of the highlighting definition for a dialect: our own ("Whimbrel SQLite"), which knows the markers of
/// migration files, or else what KSyntaxHighlighting ships. Without a dialect: standard SQL.
QString syntaxName(std::optional<Dialect> dialect);
KSyntaxHighlighting::Definition syntaxDefinition(std::optional<Dialect> dialect);
KSyntaxHighlighting::Theme syntaxTheme(const QPalette &palette);

/// Colours for a text of several lines, ready for QTextLayout; positions count from the start of `text`.
QList<QTextLayout::FormatRange> highlightSql(const QString &text, std::optional<Dialect> dialect,
                                             const QPalette &palette);

} // namespace Whimbrel
