// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/recipetemplate.h"

#include "sql/quoting.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <stdexcept>

#include <kainjow/mustache.hpp>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int deepest = 4;              // sections within each other
constexpr size_t longest = 1024 * 1024; // bytes of what a template may become
constexpr char separator = '\x1f';      // between a variable's two forms; refused in values

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// The names a template may use, for one parameter.
bool isKnown(const QString &tag, const QSet<QString> &names)
{
    static const QSet<QString> ours{u"name"_s, u"literal"_s, u"item"_s, u"item_schema"_s, u"last"_s};
    if (ours.contains(tag) || names.contains(tag))
        return true;
    if (tag.startsWith("each_"_L1))
        return names.contains(tag.sliced(5));
    if (tag.endsWith("_schema"_L1))
        return names.contains(tag.chopped(7));
    const qsizetype choice = tag.indexOf("_is_"_L1);
    return choice > 0 && names.contains(tag.first(choice));
}

class Renderer
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Renderer)

public:
    Renderer(Dialect dialect, TemplateForm form)
        : m_dialect(dialect)
        , m_plain(form == TemplateForm::Plain)
    {
    }

    Result<QString> render(const QString &text, const TemplateValues &values)
    {
        try {
            kainjow::mustache::mustache parsed(text.toStdString());
            parsed.set_custom_escape([this](const std::string &variable) { return chosenForm(variable); });
            std::string out;
            parsed.render(data(values), [&out](const std::string &part) {
                out += part;
                if (out.size() > longest)
                    throw std::length_error("template");
            });
            if (parsed.is_valid())
                return QString::fromStdString(out);
            return failure(ErrorKind::Project, tr("A template of the recipe cannot be filled in: %1.")
                                                   .arg(QString::fromStdString(parsed.error_message())));
        } catch (const std::exception &) { // the library's own, and ours
            return failure(ErrorKind::Project, tr("A template of the recipe grows without bound."),
                           tr("Remove the recipe’s file, or simplify it."));
        }
    }

private:
    using Data = kainjow::mustache::data;

    static std::string encoded(const TemplateValue &value)
    {
        return value.sql.toStdString() + separator + value.plain.toStdString();
    }

    std::string chosenForm(const std::string &variable) const
    {
        const size_t at = variable.find(separator);
        if (at == std::string::npos)
            return variable;
        return m_plain ? variable.substr(at + 1) : variable.substr(0, at);
    }

    /// A filter: fills its section in with variables in the form asked for, then makes one piece of SQL of it.
    Data filter(bool plain, QString (*made)(QStringView, Dialect))
    {
        return Data{kainjow::mustache::lambda2{
            [this, plain, made](const std::string &text, const kainjow::mustache::renderer &render) {
                const bool outer = std::exchange(m_plain, plain);
                const QString content = QString::fromStdString(render(text, false));
                m_plain = outer;
                return (outer ? content : made(content, m_dialect)).toStdString();
            }}};
    }

    static void addItem(Data &target, const TemplateValue &item)
    {
        target.set("item", encoded(item));
        target.set("item_schema", item.schema.toStdString());
    }

    static Data items(const TemplateValue &value)
    {
        Data list{Data::type::list};
        for (qsizetype i = 0; i < value.items.size(); ++i) {
            Data item;
            addItem(item, value.items.at(i));
            item.set("last", i == value.items.size() - 1);
            list.push_back(item);
        }
        return list;
    }

    Data data(const TemplateValues &values)
    {
        Data root;
        for (const auto &[name, value] : values.asKeyValueRange()) {
            const std::string key = name.toStdString();
            root.set(key, value.isEmpty() ? Data{false} : Data{encoded(value)});
            if (value.isRelation)
                root.set(key + "_schema", value.schema.toStdString());
            if (value.isList)
                root.set("each_" + key, items(value));
            if (!value.choice.isEmpty())
                root.set(key + "_is_" + QString(value.choice).replace(u' ', u'_').toStdString(), true);
        }
        root.set("name", filter(true, [](QStringView text, Dialect dialect) {
                     return identifierText(fittedIdentifier(text.toString(), dialect), dialect);
                 }));
        root.set("literal", filter(false, literalText));
        return root;
    }

    const Dialect m_dialect;
    bool m_plain;
};

} // namespace

QString templateProblem(const QString &text, const QSet<QString> &names)
{
    static const QRegularExpression tag(u"\\{\\{([\\s\\S]*?)\\}\\}"_s);
    static const QRegularExpression wellFormed(u"^([#^/]?)([a-z][A-Za-z0-9_]*)$"_s);
    QStringList open;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : tag.globalMatch(text)) {
        end = match.capturedEnd();
        const QString content = match.captured(1);
        if (content.startsWith(u'!'))
            continue;
        const QRegularExpressionMatch parts = wellFormed.match(content);
        if (!parts.hasMatch())
            return tr("“{{%1}}” is not something a recipe’s template may hold.").arg(content);
        const QString word = parts.captured(2);
        if (!isKnown(word, names))
            return tr("“{{%1}}” names nothing: there is no such parameter.").arg(content);
        if (parts.captured(1) == u"/") {
            if (open.isEmpty() || open.takeLast() != word)
                return tr("“{{%1}}” closes what is not open.").arg(content);
        } else if (!parts.captured(1).isEmpty()) {
            open << word;
            if (open.size() > deepest)
                return tr("The sections of the template are too deep at “{{%1}}”.").arg(content);
        }
    }
    if (!open.isEmpty())
        return tr("“{{#%1}}” is never closed.").arg(open.constLast());
    return QStringView(text).sliced(end).contains("{{"_L1) ? tr("A “{{” is never closed.") : QString();
}

Result<QString> renderTemplate(const QString &text, const TemplateValues &values, Dialect dialect, TemplateForm form)
{
    return Renderer(dialect, form).render(text, values);
}

} // namespace Whimbrel
