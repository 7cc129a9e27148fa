// SPDX-License-Identifier: GPL-3.0-or-later
// The library behind network.h; nothing of core is linked here.
#include "network/network.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkInterface>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QNetworkRequest requestFor(const QUrl &url, std::chrono::milliseconds limit)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(limit);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"whimbrel/" WHIMBREL_VERSION ""_s);
    return request;
}

class QtNetwork final : public Network
{
public:
    HttpAnswer get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop) const override
    {
        QNetworkAccessManager manager;
        QElapsedTimer timer;
        timer.start();
        const std::unique_ptr<QNetworkReply> reply(manager.get(requestFor(url, limit)));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        // A page that never ends must not fill the memory.
        QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&reply] { reply->skip(reply->bytesAvailable()); });
        // Nor hold anyone up: the transfer's own limit begins anew with every byte.
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        const std::stop_callback stopped(stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        if (!reply->isFinished())
            loop.exec();

        HttpAnswer answer;
        answer.milliseconds = timer.elapsed();
        if (reply->isFinished())
            answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.reason = reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
        if (answer.status == 0) {
            answer.timedOut = !reply->isFinished() || timer.durationElapsed() > limit;
            answer.error = reply->errorString();
        }
        return answer;
    }

    QSet<QString> addressesOf(const QString &hosts) const override
    {
        const QString thisMachine = QHostAddress(QHostAddress::LocalHost).toString();
        const QList<QHostAddress> ours = QNetworkInterface::allAddresses();
        QSet<QString> addresses;
        if (hosts.isEmpty()) // the local socket
            addresses << thisMachine;
        for (const QString &host : hosts.split(u',', Qt::SkipEmptyParts)) {
            for (const QHostAddress &address : QHostInfo::fromName(host).addresses())
                addresses << (address.isLoopback() || ours.contains(address) ? thisMachine : address.toString());
        }
        return addresses;
    }
};

} // namespace

} // namespace Whimbrel

extern "C" Q_DECL_EXPORT const Whimbrel::Network *whimbrelNetwork()
{
    static const Whimbrel::QtNetwork network;
    return &network;
}
