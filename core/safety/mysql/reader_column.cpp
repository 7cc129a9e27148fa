// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/statementreader.h"
#include "safety/tokens/expressionreader.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// NOT NULL AUTO_INCREMENT UNIQUE
void makeSerial(ColumnDefinition &column)
{
    column.notNull = column.identity = true;
    ConstraintDefinition unique;
    unique.kind = ConstraintKind::Unique;
    unique.columns = {column.name};
    column.constraints.append(unique);
}

} // namespace

bool MySqlStatementReader::readColumn(ColumnDefinition &column)
{
    const qsizetype start = m_in.index();
    column.name = m_in.readIdentifier();
    if (column.name.isEmpty())
        return false;
    if (m_in.accept("SERIAL"_L1)) {
        column.type.name.name = u"bigint"_s;
        column.type.isSerial = column.type.isUnsigned = true;
        column.type.text = u"SERIAL"_s;
        makeSerial(column);
    } else if (m_in.isWords({"GENERATED"_L1, "ALWAYS"_L1, "AS"_L1, "ROW"_L1})) {
        // MariaDB knows the type of a period's columns.
    } else if (!readType(column.type)) {
        return false;
    }
    while (!m_in.atEnd() && !m_in.isSymbol(u',') && !m_in.isSymbol(u')')) {
        if (m_in.isAnyWord({"FIRST"_L1, "AFTER"_L1}) || m_in.isWords({"PARTITION"_L1, "BY"_L1}))
            break;
        if (!readAttribute(column))
            return false;
    }
    column.text = m_in.textFrom(start);
    return true;
}

bool MySqlStatementReader::readType(TypeName &type)
{
    const qsizetype start = m_in.index();
    if (!readTypeName(type))
        return false;
    if (m_in.isSymbol(u'(')) {
        const qsizetype behind = m_in.behindParentheses(m_in.index());
        if (behind < 0)
            return false;
        for (qsizetype i = m_in.index() + 1; i < behind - 1; ++i) {
            const Token &token = m_in.at(i);
            if (token.kind == TokenKind::String)
                type.values.append(unquoted(token, m_dialect));
            else if (token.kind == TokenKind::Number)
                type.modifiers.append(token.text.toInt());
            else if (!token.isSymbol(u','))
                return false;
        }
        m_in.setIndex(behind);
    }
    bool more = true;
    while (more) {
        if (m_in.accept("UNSIGNED"_L1) || m_in.accept("ZEROFILL"_L1)) {
            type.isUnsigned = true;
        } else if (m_in.accept("COMPRESSED"_L1)) {
            if (m_in.acceptSymbol(u'=') && m_in.readIdentifier().isEmpty())
                return false;
        } else {
            more = m_in.accept("SIGNED"_L1) || readCharacterSet(type);
        }
    }
    type.text = m_in.textFrom(start);
    return true;
}

/// The type's words; several for one type are made one: DOUBLE PRECISION, CHARACTER VARYING, NATIONAL VARCHAR.
bool MySqlStatementReader::readTypeName(TypeName &type)
{
    static const QHash<QString, QString> names{
        {u"TINYINT"_s, u"tinyint"_s}, {u"INT1"_s, u"tinyint"_s}, {u"SMALLINT"_s, u"smallint"_s}, {u"INT2"_s, u"smallint"_s},
        {u"MEDIUMINT"_s, u"mediumint"_s}, {u"INT3"_s, u"mediumint"_s}, {u"MIDDLEINT"_s, u"mediumint"_s}, {u"INT"_s, u"int"_s},
        {u"INTEGER"_s, u"int"_s}, {u"INT4"_s, u"int"_s}, {u"BIGINT"_s, u"bigint"_s}, {u"INT8"_s, u"bigint"_s}, {u"BOOL"_s, u"tinyint"_s},
        {u"BOOLEAN"_s, u"tinyint"_s}, {u"DECIMAL"_s, u"decimal"_s}, {u"DEC"_s, u"decimal"_s}, {u"NUMERIC"_s, u"decimal"_s},
        {u"FIXED"_s, u"decimal"_s}, {u"NUMBER"_s, u"decimal"_s}, {u"FLOAT"_s, u"float"_s}, {u"FLOAT4"_s, u"float"_s},
        {u"DOUBLE"_s, u"double"_s}, {u"FLOAT8"_s, u"double"_s}, {u"REAL"_s, u"double"_s}, {u"BIT"_s, u"bit"_s}, {u"DATE"_s, u"date"_s},
        {u"TIME"_s, u"time"_s}, {u"DATETIME"_s, u"datetime"_s}, {u"TIMESTAMP"_s, u"timestamp"_s}, {u"YEAR"_s, u"year"_s},
        {u"CHAR"_s, u"char"_s}, {u"CHARACTER"_s, u"char"_s}, {u"NCHAR"_s, u"char"_s}, {u"VARCHAR"_s, u"varchar"_s},
        {u"VARCHARACTER"_s, u"varchar"_s}, {u"NVARCHAR"_s, u"varchar"_s}, {u"VARCHAR2"_s, u"varchar"_s}, {u"BINARY"_s, u"binary"_s},
        {u"VARBINARY"_s, u"varbinary"_s}, {u"TINYBLOB"_s, u"tinyblob"_s}, {u"BLOB"_s, u"blob"_s}, {u"MEDIUMBLOB"_s, u"mediumblob"_s},
        {u"LONGBLOB"_s, u"longblob"_s}, {u"TINYTEXT"_s, u"tinytext"_s}, {u"TEXT"_s, u"text"_s}, {u"CLOB"_s, u"longtext"_s},
        {u"MEDIUMTEXT"_s, u"mediumtext"_s}, {u"LONGTEXT"_s, u"longtext"_s}, {u"LONG"_s, u"mediumtext"_s}, {u"ENUM"_s, u"enum"_s},
        {u"SET"_s, u"set"_s}, {u"JSON"_s, u"json"_s}, {u"GEOMETRY"_s, u"geometry"_s}, {u"POINT"_s, u"point"_s},
        {u"LINESTRING"_s, u"linestring"_s}, {u"POLYGON"_s, u"polygon"_s}, {u"MULTIPOINT"_s, u"multipoint"_s},
        {u"MULTILINESTRING"_s, u"multilinestring"_s}, {u"MULTIPOLYGON"_s, u"multipolygon"_s}, {u"GEOMETRYCOLLECTION"_s, u"geometrycollection"_s},
        {u"GEOMCOLLECTION"_s, u"geometrycollection"_s}, {u"UUID"_s, u"uuid"_s}, {u"INET4"_s, u"inet4"_s}, {u"INET6"_s, u"inet6"_s},
        {u"VECTOR"_s, u"vector"_s}, {u"RAW"_s, u"varbinary"_s}, {u"XMLTYPE"_s, u"xmltype"_s},
    };
    bool national = m_in.accept("NATIONAL"_L1);
    const QString word = m_in.peek().kind == TokenKind::Word ? m_in.peek().text.toString().toUpper() : QString();
    type.name.name = names.value(word);
    if (type.name.isEmpty())
        return false;
    m_in.advance();
    if (word == "BOOL"_L1 || word == "BOOLEAN"_L1)
        type.modifiers = {1};
    if (word == "DOUBLE"_L1)
        m_in.accept("PRECISION"_L1);
    if (type.name.name == "char"_L1 && m_in.accept("VARYING"_L1))
        type.name.name = u"varchar"_s;
    if (word == "LONG"_L1 && m_in.accept("VARBINARY"_L1))
        type.name.name = u"mediumblob"_s;
    else if (word == "LONG"_L1)
        m_in.acceptAny({"VARCHAR"_L1, "VARCHARACTER"_L1});
    national |= word.startsWith(u'N') && word != "NUMERIC"_L1 && word != "NUMBER"_L1;
    if (national)
        type.characterSet = u"utf8mb3"_s;
    return true;
}

/// CHARACTER SET x, COLLATE x and the old words for them.
bool MySqlStatementReader::readCharacterSet(TypeName &type)
{
    if (m_in.accept({"CHARACTER"_L1, "SET"_L1}) || m_in.accept({"CHAR"_L1, "SET"_L1}) || m_in.accept("CHARSET"_L1)) {
        if (m_in.accept("BINARY"_L1))
            type.characterSet = u"binary"_s;
        else
            type.characterSet = m_in.peek().kind == TokenKind::String ? unquoted(m_in.peek(), m_dialect) : m_in.readIdentifier();
        if (m_in.peek().kind == TokenKind::String)
            m_in.advance();
        type.characterSet = type.characterSet.toLower();
        if (type.characterSet == "utf8"_L1)
            type.characterSet = u"utf8mb3"_s;
        return !type.characterSet.isEmpty();
    }
    if (m_in.accept("COLLATE"_L1)) {
        type.collation = unquoted(m_in.peek(), m_dialect).toLower();
        m_in.advance();
        return !type.collation.isEmpty();
    }
    if (m_in.accept("ASCII"_L1))
        type.characterSet = u"latin1"_s;
    else if (m_in.accept("UNICODE"_L1))
        type.characterSet = u"ucs2"_s;
    else
        return m_in.accept("BINARY"_L1) || m_in.accept("BYTE"_L1);
    return true;
}

bool MySqlStatementReader::readAttribute(ColumnDefinition &column)
{
    // MySQL lets generated columns be NOT NULL, MariaDB does not.
    if (column.generated != GeneratedKind::No && m_dialect == Dialect::MariaDb && m_in.isAnyWord({"NOT"_L1, "NULL"_L1}))
        return false;
    if (m_in.accept({"NOT"_L1, "NULL"_L1})) {
        column.notNull = true;
    } else if (m_in.accept("NULL"_L1)) {
        column.explicitNull = true;
    } else if (m_in.accept("DEFAULT"_L1)) {
        column.hasDefault = true;
        return readDefault(column.defaultValue);
    } else if (m_in.accept({"SERIAL"_L1, "DEFAULT"_L1, "VALUE"_L1})) {
        makeSerial(column);
    } else if (m_in.accept("AUTO_INCREMENT"_L1)) {
        column.identity = true;
    } else if (m_in.accept({"ON"_L1, "UPDATE"_L1})) {
        column.onUpdateNow = true;
        return m_in.acceptAny({"CURRENT_TIMESTAMP"_L1, "NOW"_L1, "LOCALTIME"_L1, "LOCALTIMESTAMP"_L1})
            && (!m_in.isSymbol(u'(') || m_in.skipParentheses());
    } else if (m_in.accept("COMMENT"_L1)) {
        column.comment = unquoted(m_in.peek(), m_dialect);
        const bool isString = m_in.peek().kind == TokenKind::String;
        m_in.advance();
        return isString;
    } else if (m_in.isAnyWord({"GENERATED"_L1, "AS"_L1})) {
        return readGenerated(column);
    } else if (m_in.isAnyWord({"UNIQUE"_L1, "PRIMARY"_L1, "KEY"_L1, "REFERENCES"_L1, "CHECK"_L1, "CONSTRAINT"_L1})) {
        return readConstraintAttribute(column);
    } else if (m_in.acceptAny({"VISIBLE"_L1, "INVISIBLE"_L1}) || m_in.accept({"WITH"_L1, "SYSTEM"_L1, "VERSIONING"_L1})
               || m_in.accept({"WITHOUT"_L1, "SYSTEM"_L1, "VERSIONING"_L1})) {
        return true;
    } else if (m_in.acceptAny({"COLUMN_FORMAT"_L1, "STORAGE"_L1, "ENGINE_ATTRIBUTE"_L1, "SECONDARY_ENGINE_ATTRIBUTE"_L1, "SRID"_L1,
                               "REF_SYSTEM_ID"_L1, "ENCRYPTED"_L1, "ENCRYPTION_KEY_ID"_L1})) {
        QString value;
        return readOptionValue(value);
    } else {
        return readCharacterSet(column.type);
    }
    return true;
}

/// Constraints written at their column; MariaDB lets them have no names.
bool MySqlStatementReader::readConstraintAttribute(ColumnDefinition &column)
{
    const qsizetype start = m_in.index();
    ConstraintDefinition constraint;
    constraint.columns = {column.name};
    if (m_in.isWord("CONSTRAINT"_L1) && m_dialect == Dialect::MariaDb)
        return false;
    if (m_in.accept("CONSTRAINT"_L1) && !m_in.isWord("CHECK"_L1))
        constraint.name = m_in.readIdentifier();
    if (m_in.accept("UNIQUE"_L1)) {
        m_in.accept("KEY"_L1);
        constraint.kind = ConstraintKind::Unique;
    } else if (m_in.accept({"PRIMARY"_L1, "KEY"_L1}) || m_in.accept("KEY"_L1)) {
        constraint.kind = ConstraintKind::PrimaryKey;
    } else if (m_in.isWord("REFERENCES"_L1)) {
        if (!readReferences(constraint))
            return false;
    } else if (!readCheck(constraint)) {
        return false;
    }
    constraint.text = m_in.textFrom(start);
    column.constraints.append(constraint);
    return true;
}

/// [GENERATED ALWAYS] AS (expression) [VIRTUAL | STORED], and MariaDB's GENERATED ALWAYS AS ROW START.
bool MySqlStatementReader::readGenerated(ColumnDefinition &column)
{
    if (m_in.accept("GENERATED"_L1) && !m_in.accept("ALWAYS"_L1))
        return false;
    if (!m_in.accept("AS"_L1))
        return false;
    if (m_in.accept("ROW"_L1))
        return m_in.acceptAny({"START"_L1, "END"_L1});
    const qsizetype start = m_in.index();
    if (!m_in.isSymbol(u'(') || !m_in.skipParentheses())
        return false;
    column.generatedAs = readExpression(m_in, start, m_in.index());
    column.generated = m_in.acceptAny({"STORED"_L1, "PERSISTENT"_L1}) ? ColumnDefinition::Generated::Stored
                                                                      : ColumnDefinition::Generated::Virtual;
    m_in.accept("VIRTUAL"_L1);
    return true;
}

/// A literal, a function's call or an expression in parentheses.
bool MySqlStatementReader::readDefault(Expression &value)
{
    const qsizetype start = m_in.index();
    if (m_in.accept({"NEXT"_L1, "VALUE"_L1, "FOR"_L1})) {
        if (m_in.readName().isEmpty())
            return false;
    } else if (m_in.isSymbol(u'(')) {
        if (!m_in.skipParentheses())
            return false;
    } else {
        if (!m_in.acceptSymbol(u'-'))
            m_in.acceptSymbol(u'+');
        const TokenKind kind = m_in.peek().kind;
        if (kind != TokenKind::Number && kind != TokenKind::String && !m_in.atName())
            return false;
        m_in.advance();
        if (kind == TokenKind::Word && m_in.peek().kind == TokenKind::String)
            m_in.advance(); // _utf8mb4'x', b'1', DATE '2024-01-01'
        while (m_in.isSymbol(u'.') && m_in.atName(1))
            m_in.advance(2);
        if (m_in.isSymbol(u'(') && !m_in.skipParentheses())
            return false;
    }
    value = readExpression(m_in, start, m_in.index());
    return true;
}

} // namespace Whimbrel
