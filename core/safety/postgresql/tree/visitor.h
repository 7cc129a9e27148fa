// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/postgresql/tree/nodes.h"

namespace Whimbrel::PgTree {

/// Goes through a raw tree of queries and expressions, as deep as the stack of any thread allows: what lies deeper is left
/// out and isTooDeep() says so. Chains to the left (a + b + c …, UNION) may be of any length.
class Visitor
{
public:
    virtual ~Visitor() = default;

    void visit(const Node *node);
    bool isTooDeep() const { return m_tooDeep; }

protected:
    /// Called for each node; visitChildren() goes on below it. A chain of operators is one node, the outermost.
    virtual void take(const Node *node) = 0;
    void visitChildren(const Node *node);

private:
    void visitQuery(const Node *node);
    void visitFromClause(const Node *node);
    void visitJson(const Node *node);
    void visitOperators(const A_Expr *expression);
    void visitList(const ::List *list) { visit(reinterpret_cast<const Node *>(list)); }
    template <typename Value>
    void visitNode(const Value *node) { visit(reinterpret_cast<const Node *>(node)); }

    int m_depth = 0;
    bool m_tooDeep = false;
};

} // namespace Whimbrel::PgTree
