package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.Consultation;
import de.quartierwerk.funding.application.Decision.Result;
import de.quartierwerk.funding.application.Votes;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a decision on a paper depends on. */
final class PaperDecisions {

    private PaperDecisions() {}

    /** What all its matters cost. */
    static Money amount(PaperRequest paper) {
        return Money.sum(paper.matters().stream()
                .map(each -> Money.orZero(each.amount()))
                .toList());
    }

    /** Codes of the bodies that must still advise before the decision of that day. */
    static List<String> outstanding(CompetentBody body, List<Consultation> consultations, LocalDate day) {
        return body.consult().stream()
                .filter(code -> consultations.stream().noneMatch(each -> each.counts(code, day)))
                .toList();
    }

    /** That a body was to decide and did not. */
    static Consultation putOff(
            PaperDecisionRequest request, Result result, CompetentBody body, String person, Instant now) {
        return new Consultation(
                body.code(),
                body.name(),
                request.decidedOn(),
                Consultation.Role.DECIDING,
                result == Result.POSTPONED ? Consultation.Advice.POSTPONED : Consultation.Advice.REFERRED,
                request.votes(),
                null,
                request.note(),
                person,
                now,
                Votes.warnings(request.votes(), body.votingMembers()));
    }
}
