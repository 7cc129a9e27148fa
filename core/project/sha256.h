// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct evp_md_ctx_st;

namespace Whimbrel {

/// SHA-256 by the library that libpq brings anyway: eight times as fast as QCryptographicHash, which knows nothing of the
/// processor's instructions for it. One thread at a time.
class Sha256
{
public:
    Sha256();

    void add(QByteArrayView data);
    /// In hexadecimal digits; nothing may be added after it.
    QByteArray result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace Whimbrel
