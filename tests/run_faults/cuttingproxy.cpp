// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttingproxy.h"

#include <algorithm>
#include <array>
#include <vector>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

constexpr int pollInterval = 20; // ms, to notice that the test is over

sockaddr_un address(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy_n(path.constData(), std::min<qsizetype>(path.size(), qsizetype(sizeof(address.sun_path)) - 1), address.sun_path);
    return address;
}

} // namespace

struct CuttingProxy::Pair
{
    int client = -1;
    int server = -1;
    bool cutsAtAnswer = false;

    void close()
    {
        ::close(client);
        ::close(server);
        client = server = -1;
    }
};

CuttingProxy::CuttingProxy(const ConnectionSettings &server)
    : m_settings(server)
{
    const bool isPostgreSql = server.dialect == Dialect::PostgreSql;
    const QString name = isPostgreSql ? u".s.PGSQL.%1"_s.arg(server.port) : u"proxy.sock"_s;
    m_upstream = (isPostgreSql ? server.host + u'/' + name : server.options.value(u"unix_socket"_s)).toLocal8Bit();
    if (isPostgreSql)
        m_settings.host = m_folder.path();
    else
        m_settings.options.insert(u"unix_socket"_s, m_folder.filePath(name));
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un own = address(m_folder.filePath(name).toLocal8Bit());
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&own), sizeof(own)) != 0 || ::listen(m_listener, 16) != 0)
        qFatal("the proxy cannot listen: %s", strerror(errno));
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

CuttingProxy::~CuttingProxy()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_listener);
}

void CuttingProxy::cut(const QByteArray &text, When when)
{
    const std::lock_guard lock(m_mutex);
    m_text = text;
    m_when = when;
}

int CuttingProxy::cuts() const
{
    const std::lock_guard lock(m_mutex);
    return m_cuts;
}

/// False where the connection is to be closed.
bool CuttingProxy::forward(Pair &pair, bool fromClient)
{
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(fromClient ? pair.client : pair.server, buffer.data(), buffer.size());
    if (size <= 0 || (!fromClient && pair.cutsAtAnswer))
        return false;
    const std::lock_guard lock(m_mutex);
    const bool isMeant = fromClient && !m_text.isEmpty() && QByteArrayView(buffer.data(), size).contains(m_text);
    if (isMeant) {
        m_text.clear();
        ++m_cuts;
        if (m_when == When::BeforeItArrives)
            return false;
        pair.cutsAtAnswer = m_when == When::AtItsAnswer;
    }
    const bool isSent = ::send(fromClient ? pair.server : pair.client, buffer.data(), size_t(size), MSG_NOSIGNAL) == size;
    return isSent && !(isMeant && m_when == When::OnceItHasArrived);
}

void CuttingProxy::run(const std::stop_token &stop)
{
    std::vector<Pair> pairs;
    while (!stop.stop_requested()) {
        std::vector<pollfd> polled{{.fd = m_listener, .events = POLLIN, .revents = 0}};
        for (const Pair &pair : pairs) {
            polled.push_back({.fd = pair.client, .events = POLLIN, .revents = 0});
            polled.push_back({.fd = pair.server, .events = POLLIN, .revents = 0});
        }
        if (::poll(polled.data(), polled.size(), pollInterval) <= 0)
            continue;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const bool goesOn = (!polled[2 * i + 1].revents || forward(pairs[i], true)) && (!polled[2 * i + 2].revents || forward(pairs[i], false));
            if (!goesOn)
                pairs[i].close();
        }
        std::erase_if(pairs, [](const Pair &pair) { return pair.client < 0; });
        if (polled[0].revents) {
            Pair pair{.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC), .server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
            const sockaddr_un upstream = address(m_upstream);
            if (::connect(pair.server, reinterpret_cast<const sockaddr *>(&upstream), sizeof(upstream)) == 0)
                pairs.push_back(pair);
            else
                pair.close();
        }
    }
    for (Pair &pair : pairs)
        pair.close();
}

} // namespace Whimbrel::Test
