// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/sqlitefixbuilder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

bool SqliteFixBuilder::mayHoldComment(const QString &text)
{
    return text.contains("--"_L1) || text.contains("/*"_L1);
}

bool SqliteFixBuilder::hasObjects() const
{
    return !m_table->triggers.isEmpty() || !m_catalog.viewsOn(m_table->name).isEmpty();
}

QList<const CatalogRelation *> SqliteFixBuilder::viewsAbove() const
{
    QList<const CatalogRelation *> views = m_catalog.viewsOn(m_table->name);
    for (qsizetype i = 0; i < views.size(); ++i) {
        for (const CatalogRelation *view : m_catalog.viewsOn(views.at(i)->name)) {
            if (!views.contains(view))
                views.append(view);
        }
    }
    return views;
}

std::optional<SqliteFixBuilder::Objects> SqliteFixBuilder::objectsNow() const
{
    Objects objects;
    QStringList triggers;
    QList<ObjectName> away{m_table->name};
    bool isKnown = true;
    const auto make = [&isKnown](QStringList &texts, const CatalogScript &script) {
        isKnown = isKnown && !script.text.isEmpty() && !mayHoldComment(script.text);
        texts << script.text + u';';
    };
    for (const CatalogRelation *view : viewsAbove()) {
        away.append(view->name);
        objects.drops << u"DROP VIEW %1;"_s.arg(text(view->name.name));
        isKnown = isKnown && view->scripts.size() == view->triggers.size() + 1;
        for (const CatalogScript &script : view->scripts) // its own, and those of its triggers, which go with it
            make(script.name == view->name.name ? objects.texts : triggers, script);
    }
    for (const CatalogRelation *owner : m_catalog.tablesWithTriggers()) {
        const bool isOwn = owner->name == m_table->name;
        isKnown = isKnown && (!isOwn || owner->scripts.size() == owner->triggers.size());
        for (const CatalogScript &script : owner->type == ObjectType::Table ? owner->scripts : QList<CatalogScript>()) {
            const auto isAway = [&away](const ObjectName &read) { return away.contains(read); };
            if (!isOwn && std::ranges::none_of(script.reads, isAway) && !script.text.isEmpty())
                continue;
            if (!isOwn)
                objects.drops << u"DROP TRIGGER %1;"_s.arg(text(script.name));
            make(triggers, script);
        }
    }
    objects.texts += triggers;
    return isKnown ? std::optional(objects) : std::nullopt;
}

/// Without its semicolon; empty for one that comes with its constraint.
QString SqliteFixBuilder::textOf(const CatalogIndex &index) const
{
    const IndexDefinition &definition = index.definition;
    const QString key = keyOf(definition);
    if (!index.constraint.isEmpty() || key.isEmpty())
        return {};
    return u"CREATE %1INDEX %2 ON %3 (%4)%5"_s.arg(
        definition.unique ? u"UNIQUE "_s : QString(), text(definition.name), text(m_operation.relation), key,
        definition.predicate.isEmpty() ? QString() : u" WHERE "_s + definition.predicate.text);
}

QString SqliteFixBuilder::indexesNow() const
{
    QStringList statements;
    for (const CatalogIndex &index : m_table->indexes) {
        if (const QString one = textOf(index); !one.isEmpty())
            statements << one + u';';
    }
    return statements.join(u'\n');
}

std::optional<QStringList> SqliteFixBuilder::textsOf(const QStringList &names) const
{
    QStringList texts;
    for (const QString &name : names) {
        const CatalogIndex *index = m_table ? m_table->index(name) : nullptr;
        const auto script = m_table ? std::ranges::find(m_table->scripts, name, &CatalogScript::name) : QList<CatalogScript>::const_iterator();
        texts << (index ? textOf(*index) : m_table && script != m_table->scripts.cend() ? script->text : QString());
        if (texts.constLast().isEmpty() || mayHoldComment(texts.constLast()))
            return {};
    }
    return texts;
}

} // namespace Whimbrel
