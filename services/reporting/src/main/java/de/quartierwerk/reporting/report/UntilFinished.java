package de.quartierwerk.reporting.report;

import java.util.function.Predicate;

/** Lets reports pass up to and including the first that is finished; of use for one stream. */
final class UntilFinished implements Predicate<Report> {
    private boolean finished;

    @Override
    public boolean test(Report report) {
        boolean pass = !finished;
        finished = report.state() != Report.State.RUNNING;
        return pass;
    }
}
