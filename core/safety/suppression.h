// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"
#include "safety/annotation.h"

#include <QCoreApplication>

namespace Whimbrel {

/// Takes the findings away that `-- whimbrel: ignore RULE[,RULE] REASON` silences, and adds what is wrong with such comments:
/// no reason, no such rule, nothing to silence, a word nobody knows.
///
/// Above a statement or behind it, it is about that statement; above the first one also about the file; at the head of the
/// file, apart from the first statement, about all of it; inside a statement about one of its lines.
class Suppressions
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Suppressions)

public:
    Suppressions(const AnalysisInput &input, const AnalysisSettings &settings, Dialect dialect);

    bool isEmpty() const { return m_annotations.isEmpty(); }
    void apply(ScriptAnalysis &analysis);

private:
    struct Entry
    {
        Annotation annotation;
        QString rule;
        bool isUsed = false;

        bool covers(const Finding &finding) const;
    };

    void read(const Annotation &annotation);
    bool takes(const Finding &finding);
    bool mayBeStale(const Entry &entry) const;
    void add(const char *rule, const Annotation &annotation, const QString &message, QList<Finding> &findings) const;

    const AnalysisInput &m_input;
    const AnalysisSettings &m_settings;
    const Dialect m_dialect;
    QList<Annotation> m_annotations;
    QList<Entry> m_entries;
    QList<Finding> m_findings; ///< about the comments themselves
};

} // namespace Whimbrel
