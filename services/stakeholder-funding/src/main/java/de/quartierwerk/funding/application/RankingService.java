package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.RankingStatements.After;
import de.quartierwerk.funding.programme.Programmes;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The assessed applications of a programme, compared by their points. */
@ApplicationScoped
class RankingService {

    private final RankingStatements statements;
    private final ApplicationAccess access;
    private final Programmes programmes;

    RankingService(RankingStatements statements, ApplicationAccess access, Programmes programmes) {
        this.statements = statements;
        this.access = access;
        this.programmes = programmes;
    }

    /** The best first, as far as the caller may see them; where there are none, an unknown programme is refused. */
    @Transactional
    List<RankedApplication> list(String programme, After after, int limit) {
        List<RankedApplication> found = statements.of(programme, access.scope(), after, limit);
        if (found.isEmpty() && !programmes.isVisible(programme)) {
            throw new NotFound("programme.not-found", programme);
        }
        return found;
    }
}
