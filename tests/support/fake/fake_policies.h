// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/policy_service.h"

#include <QPromise>

#include <functional>
#include <map>

namespace cs::fake {

/// Policies of values: answers at once, counts what it is asked.
class FakePolicies final : public PolicyService {
    Q_OBJECT
public:
    // What it answers; tests change these.
    query::PolicyDesk deskView;
    std::map<std::string, Bytes> documents; ///< by digest
    std::function<query::DraftJudgement(const Bytes&)> judgement;
    query::PolicyComparison comparison;
    query::Simulation simulation;
    query::GateNode simulated;
    query::FewestPeople fewestPeople;
    query::RaciView raciView;
    std::map<QString, Error> failures; ///< by method name
    bool simulationWaits = false; ///< simulate() stays open until cancelSimulation()

    // What it was asked.
    std::vector<Bytes> judged, kept, proposed;
    std::vector<QString> notes;
    struct SignOff {
        EntryIndex proposal = -1;
        QString leaf, role, comment, passphrase;
        bool reject = false;
    };
    std::vector<SignOff> signOffs;
    std::vector<EntryIndex> adopted, withdrawn;
    int discarded = 0, cancelled = 0, days = -1;

    Answer<query::PolicyDesk> desk() override { return answer("desk", deskView); }
    Answer<Bytes> document(Digest digest) override { return answer("document", documents[digest.text()]); }
    Answer<query::DraftJudgement> judge(Bytes draft) override
    {
        judged.push_back(draft);
        return answer("judge", judgement ? judgement(draft) : query::DraftJudgement());
    }
    Answer<query::PolicyComparison> compare(Side, Side) override { return answer("compare", comparison); }
    Answer<query::Simulation> simulate(Bytes, int range) override;
    void cancelSimulation() override;
    Answer<query::GateNode> simulatedGate(Bytes, PromotionId, EntryIndex) override
    {
        return answer("simulatedGate", simulated);
    }
    Answer<query::FewestPeople> fewest(Bytes, std::map<std::string, std::string>) override
    {
        return answer("fewest", fewestPeople);
    }
    Answer<query::RaciView> raci(Bytes, std::optional<std::vector<std::string>>) override
    {
        return answer("raci", raciView);
    }
    Answer<Bytes> raciWorkbook(Bytes, std::optional<std::vector<std::string>>) override
    {
        return answer("raciWorkbook", Bytes("PK"));
    }
    Answer<UtcTime> keepDraft(Bytes draft, std::string) override
    {
        kept.push_back(std::move(draft));
        return answer("keepDraft", UtcTime(1'790'000'000'000));
    }
    Answer<bool> discardDraft() override
    {
        ++discarded;
        return answer("discardDraft", true);
    }
    Answer<Bytes> readFile(QString path) override { return answer("readFile", documents[path.toStdString()]); }
    Answer<Appended> propose(Bytes draft, QString note, QString passphrase) override;
    Answer<Appended> signOff(
        EntryIndex proposal, QString leaf, QString role, bool reject, QString comment, QString passphrase) override;
    Answer<Appended> adopt(EntryIndex proposal, QString passphrase) override;
    Answer<Appended> withdraw(EntryIndex proposal, QString passphrase) override;

private:
    template <class T> Answer<T> answer(const char* method, T value)
    {
        const auto failure = failures.find(QString::fromLatin1(method));
        if (failure != failures.end())
            return QtFuture::makeReadyFuture(Result<T>(fail(failure->second)));
        return QtFuture::makeReadyFuture(Result<T>(std::move(value)));
    }
    std::optional<QPromise<Result<query::Simulation>>> m_simulation;
};

} // namespace cs::fake
