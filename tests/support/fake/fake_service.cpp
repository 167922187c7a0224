// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_service.h"

namespace cs::fake {

namespace {

template <class T> QFuture<Result<T>> ready(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

FakeService::FakeService()
    : headView(fake::head())
    , inboxView(fake::inbox())
    , rows(promotionRows())
    , flowView(fake::flow())
    , pace(fake::flowPace())
    , proposalViews(fake::proposals())
    , report(intactReport(1284))
{
    for (const views::PromotionRow& row : rows) {
        query::PromotionView view = promotion41();
        view.id = row.id;
        view.number = row.number;
        promotionViews[row.id.index()] = view;
    }
    peopleView = fake::people();
    identity.person = person("model_risk_manager", "Model-risk manager", false, true);
    identity.fingerprint = promotion41().pinnedKey;
    identity.key = IdentityView::Key::Open;
    identity.sentence = "The key is unlocked.";
}

void FakeService::setIdentityKey(IdentityView::Key key, const QString& sentence)
{
    identity.key = key;
    identity.sentence = utf8(sentence);
    Q_EMIT identityChanged(identity);
}

void FakeService::progressVerify(qint64 done)
{
    Q_EMIT verifyProgress(done, ledgerSize);
}

void FakeService::finishVerify()
{
    if (m_verify) {
        m_verify->addResult(Result<query::VerifyReport>(report));
        m_verify->finish();
        m_verify.reset();
        Q_EMIT verified(report);
    }
}

void FakeService::releasePreviews()
{
    for (const auto& waiting : m_previews) {
        waiting->promise.addResult(Result<query::PreviewResult>(fake::preview(waiting->media, waiting->request)));
        waiting->promise.finish();
    }
    m_previews.clear();
}

void FakeService::appendEntries(qint64 count)
{
    const qint64 from = ledgerSize;
    ledgerSize += count;
    headView.size = ledgerSize;
    Q_EMIT changed(from, ledgerSize);
}

QFuture<Status> FakeService::keepPassword(const QString&, const QString&)
{
    return QtFuture::makeReadyFuture(Status());
}

WorkspaceService::Answer<std::vector<query::StoreCheck>> FakeService::examineStore()
{
    return answer("examineStore", storeChecks);
}

WorkspaceService::Answer<query::HeadsView> FakeService::headsSeen()
{
    return answer("headsSeen", headsView);
}

WorkspaceService::Answer<query::HeadsView> FakeService::compareHead(QString path)
{
    comparedHeads.append(path);
    return answer("compareHead", headsView);
}

WorkspaceService::Answer<query::HeadsView> FakeService::forgetHead(QString source)
{
    forgottenHeads.append(source);
    std::erase_if(headsView.seen, [&](const query::SeenHead& seen) { return seen.source == utf8(source); });
    return answer("forgetHead", headsView);
}

WorkspaceService::Answer<query::HeadsView> FakeService::exchangeHeads(QString folder)
{
    headsView.folder = utf8(folder);
    return answer("exchangeHeads", headsView);
}

WorkspaceService::Answer<Bytes> FakeService::ownHead()
{
    return answer("ownHead", Bytes("note"));
}

WorkspaceService::Answer<query::LossCase> FakeService::lossCase()
{
    return answer("lossCase", lossView);
}

WorkspaceService::Answer<Appended> FakeService::acceptLoss(QString reason, QString)
{
    lossReasons.push_back(reason);
    return answer("acceptLoss", Appended{1285, "{}", {}});
}

WorkspaceService::Answer<query::HeadView> FakeService::takeOverLoss()
{
    ++takeOvers;
    return answer("takeOverLoss", headView);
}

WorkspaceService::Answer<query::HeadView> FakeService::open(const QString& location, bool readOnly, bool)
{
    headView.location = utf8(location);
    headView.readOnly = readOnly;
    auto future = answer("open", headView);
    if (!failures.contains(QStringLiteral("open"))) {
        Q_EMIT opened(headView);
    }
    return future;
}
WorkspaceService::Answer<query::HeadView> FakeService::openExample(const QString& path)
{
    return open(path, false, true);
}
WorkspaceService::Answer<query::HeadView> FakeService::found(const Founding& founding)
{
    return open(founding.path, false, true);
}
void FakeService::close()
{
    Q_EMIT closed();
}
WorkspaceService::Answer<query::HeadView> FakeService::head()
{
    return answer("head", headView);
}
WorkspaceService::Answer<query::InboxView> FakeService::inbox()
{
    return answer("inbox", inboxView);
}

WorkspaceService::Answer<std::vector<views::PromotionRow>> FakeService::promotions(bool openOnly)
{
    std::vector<views::PromotionRow> found;
    for (const views::PromotionRow& row : rows) {
        if (!openOnly || row.status == "open") {
            found.push_back(row);
        }
    }
    return answer("promotions", found);
}

WorkspaceService::Answer<query::PromotionView> FakeService::promotion(PromotionId id)
{
    const auto found = promotionViews.find(id.index());
    if (found == promotionViews.end()) {
        return ready<query::PromotionView>(fail(
            couldNot("CS-WORKSPACE-NO-PROMOTION", "There is no promotion %1 in this workspace.", {qs(id.text())})));
    }
    return answer("promotion", found->second);
}

WorkspaceService::Answer<std::vector<EntryIndex>> FakeService::findEntries(const QString& filter)
{
    lastFilter = filter;
    std::vector<EntryIndex> found;
    const QString word = filter.startsWith(QLatin1String("type:")) ? filter.mid(5) : filter;
    for (EntryIndex index = ledgerSize - 1; index >= 0; --index) {
        const query::EntryRow row = entryRow(index, ledgerSize);
        if (word.isEmpty() || qs(row.type).contains(word) || qs(row.says).contains(word, Qt::CaseInsensitive)) {
            found.push_back(index);
        }
    }
    return answer("findEntries", found);
}

WorkspaceService::Answer<std::vector<query::EntryRow>> FakeService::entryRows(std::vector<EntryIndex> indices)
{
    std::vector<query::EntryRow> found;
    for (const EntryIndex index : indices) {
        found.push_back(entryRow(index, ledgerSize));
    }
    return answer("entryRows", found);
}

WorkspaceService::Answer<query::EntryDetail> FakeService::entryDetail(EntryIndex index)
{
    return answer("entryDetail", fake::entryDetail(index, ledgerSize));
}
WorkspaceService::Answer<Bytes> FakeService::evidenceBytes(Digest)
{
    return answer("evidenceBytes", Bytes("bytes"));
}

WorkspaceService::Answer<query::PreviewResult> FakeService::preview(
    Digest, QString media, query::PreviewRequest request)
{
    ++previewCalls;
    if (previewWaits) {
        auto waiting = std::make_unique<WaitingPreview>();
        waiting->media = media;
        waiting->request = request;
        waiting->promise.start();
        auto future = waiting->promise.future();
        m_previews.push_back(std::move(waiting));
        return future;
    }
    return answer("preview", fake::preview(media, request));
}

WorkspaceService::Answer<std::vector<IdentityView>> FakeService::identities()
{
    std::vector<IdentityView> found{identity};
    found.insert(found.end(), others.begin(), others.end());
    return answer("identities", found);
}
WorkspaceService::Answer<IdentityView> FakeService::signIn(ActorId)
{
    return answer("signIn", identity);
}
WorkspaceService::Answer<IdentityView> FakeService::unlock(const QString&)
{
    ++unlockCalls;
    if (!failures.contains(QStringLiteral("unlock"))) {
        setIdentityKey(IdentityView::Key::Open);
    }
    return answer("unlock", identity);
}
void FakeService::lock()
{
    setIdentityKey(IdentityView::Key::NeedsPassphrase);
}
WorkspaceService::Answer<KeychainDiagnosis> FakeService::keychain()
{
    return answer("keychain", diagnosis);
}

WorkspaceService::Answer<WorkspaceService::SignOffPage> FakeService::prepareDecision(commands::DecisionRequest request)
{
    prepared.push_back(request);
    const query::PromotionView& view = promotionViews.at(request.promotion.index());
    SignOffPage page;
    page.request = request;
    page.promotion = view;
    page.fingerprint = identity.fingerprint;
    if (request.verdict == commands::Verdict::Approve) {
        page.leaves = view.fillable;
    }
    page.snapshot = view.snapshot;
    page.prepared.payload = fake::entryDetail(ledgerSize - 1, ledgerSize).payload;
    return answer("prepareDecision", page);
}

WorkspaceService::Answer<Appended> FakeService::append()
{
    Appended appended;
    appended.index = ledgerSize;
    auto future = ready<Appended>(appended);
    appendEntries(1);
    return future;
}

WorkspaceService::Answer<Appended> FakeService::sign(SignOffPage page, QString passphrase)
{
    const auto failure = failures.find(QStringLiteral("sign"));
    if (failure != failures.end()) {
        return ready<Appended>(fail(failure->second));
    }
    signedPages.push_back({std::move(page), std::move(passphrase)});
    return append();
}
WorkspaceService::Answer<WorkspaceService::SignOffPage> FakeService::prepareBreakGlass(
    commands::BreakGlassRequest request)
{
    emergencies.push_back(request);
    SignOffPage page;
    page.promotion = promotionViews.at(request.promotion.index());
    page.fingerprint = identity.fingerprint;
    page.snapshot = page.promotion.snapshot;
    page.prepared.payload = fake::entryDetail(ledgerSize - 1, ledgerSize).payload;
    return answer("prepareBreakGlass", page);
}
WorkspaceService::Answer<Appended> FakeService::executeBreakGlass(PromotionId, QString passphrase)
{
    brokenGlass.push_back(passphrase);
    return append();
}
WorkspaceService::Answer<Appended> FakeService::execute(PromotionId promotion, QString)
{
    executed.push_back(qs(promotion.text()));
    return append();
}
WorkspaceService::Answer<Appended> FakeService::withdraw(PromotionId, QString reason, QString)
{
    withdrawn.push_back(reason);
    return append();
}
WorkspaceService::Answer<Appended> FakeService::withdrawDecision(EntryIndex decision, QString reason, QString)
{
    takenBack.emplace_back(decision, reason);
    return append();
}
WorkspaceService::Answer<Appended> FakeService::comment(PromotionId, QString text, QString)
{
    comments.push_back(text);
    return append();
}
WorkspaceService::Answer<Appended> FakeService::rollBack(PromotionId, QString reason, QString)
{
    rolledBack.push_back(reason);
    return append();
}

WorkspaceService::Answer<query::VerifyReport> FakeService::verify()
{
    ++verifyCalls;
    if (verifyWaits) {
        m_verify = std::make_unique<QPromise<Result<query::VerifyReport>>>();
        m_verify->start();
        return m_verify->future();
    }
    Q_EMIT verified(report);
    return answer("verify", report);
}

void FakeService::cancelVerify()
{
    ++cancelCalls;
    if (m_verify) {
        m_verify->addResult(Result<query::VerifyReport>(
            fail(couldNot("CS-AUDIT-CANCELLED", "The verification was cancelled before the last entry."))));
        m_verify->finish();
        m_verify.reset();
    }
}

WorkspaceService::Answer<Bytes> FakeService::checkpoint()
{
    return answer("checkpoint", Bytes("countersign.invalid/9f3c61ab0d7e4c55\n1284\n"));
}
WorkspaceService::Answer<Bytes> FakeService::promotionRecord(PromotionId, QString)
{
    return answer("promotionRecord", Bytes("<!doctype html>"));
}
WorkspaceService::Answer<Bytes> FakeService::proofFile(EntryIndex)
{
    return answer("proofFile", Bytes("{}"));
}

} // namespace cs::fake
