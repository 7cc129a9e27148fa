// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTcpServer>
#include <QTcpSocket>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace Whimbrel::Test {

/// A web server that answers every request the same way, on a thread of its own.
class OneAnswerServer
{
public:
    enum class End { Closes, GoesOn };

    /// `answer` is sent as it is; empty: it takes requests and says nothing.
    explicit OneAnswerServer(const QByteArray &answer, End end = End::Closes) : m_answer(answer), m_end(end)
    {
        m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
        while (m_port == 0)
            std::this_thread::yield();
    }

    QString url() const
    {
        return QStringLiteral("http://user:secret@127.0.0.1:%1/health?token=hidden").arg(m_port.load());
    }

    /// From the next request on.
    void setAnswer(const QByteArray &answer)
    {
        const std::scoped_lock lock(m_mutex);
        m_answer = answer;
    }

private:
    void serve(const std::stop_token &stop)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        while (!stop.stop_requested()) {
            if (server.waitForNewConnection(20))
                answer(*std::unique_ptr<QTcpSocket>(server.nextPendingConnection()), stop);
        }
    }

    void answer(QTcpSocket &socket, const std::stop_token &stop)
    {
        const auto isWanted = [&] { return !stop.stop_requested() && socket.state() == QAbstractSocket::ConnectedState; };
        socket.waitForReadyRead(2000);
        const QByteArray answer = [this] {
            const std::scoped_lock lock(m_mutex);
            return m_answer;
        }();
        while (answer.isEmpty() && isWanted())
            socket.waitForReadyRead(20);
        if (!isWanted())
            return;
        socket.write(answer);
        socket.waitForBytesWritten(2000);
        while (m_end == End::GoesOn && isWanted()) {
            socket.write("x"); // now and then one more byte
            socket.waitForBytesWritten(20);
            socket.waitForReadyRead(200);
        }
        socket.disconnectFromHost();
    }

    std::atomic<quint16> m_port = 0;
    std::mutex m_mutex;
    QByteArray m_answer;
    const End m_end;
    std::jthread m_thread;
};

} // namespace Whimbrel::Test
