package de.quartierwerk.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A reader of everything that an office ever published, who adds up. */
final class PublicReader {
    private final PublishingOffice office;
    private final Attacker attacker = new Attacker();

    /** @param informed whether the reader knows that zeros are not suppressed, where none was */
    PublicReader(PublishingOffice office, boolean informed) {
        this.office = office;
        for (Published each : office.published()) {
            read(each, informed);
        }
        for (long instant = 1; instant <= office.releases(); instant++) {
            addUp(instant);
        }
    }

    /** Names of the suppressed numbers that the reader finds out. */
    Set<String> findings() {
        Set<String> findings = new TreeSet<>(attacker.findings());
        for (Published each : office.published()) {
            double rest = each.second - each.first;
            if (each.item.measure == Measure.SHARE && rest >= 1 && rest < 3 && isKnown(each)) {
                findings.add("complement " + each.name(0));
            }
        }
        return findings;
    }

    private boolean isKnown(Published share) {
        Published part = at(Item.PART, share.space, share.release);
        Published all = at(Item.POPULATION, share.space, share.release);
        return share.wasPublic
                || (share.item == Item.SHARE && part != null && all != null && part.wasPublic && all.wasPublic);
    }

    private void read(Published each, boolean informed) {
        if (each.item == Item.SHARE) {
            return;
        }
        see(each.name(0), each.first, each.wasPublic, informed);
        if (each.item.hasOwnParts()) {
            boolean seen = each.wasPublic || (each.item == Item.RATIO && each.denominatorWasPublic);
            see(each.name(1), each.second, seen, informed);
        }
    }

    private void see(String name, double value, boolean seen, boolean informed) {
        if (seen) {
            attacker.sees(name, value);
        } else {
            attacker.seesMark(name, informed ? Math.min(1, value) : 0);
            attacker.isTold(name, value);
        }
    }

    private Published at(Item item, int space, long instant) {
        Published at = null;
        for (Published each : office.published()) {
            if (each.item == item && each.space == space && each.release <= instant) {
                at = each;
            }
        }
        return at;
    }

    private void addUp(long instant) {
        for (int space = 0; space < office.region().tree().size(); space++) {
            for (int[] family : office.region().tree().families(space)) {
                for (Item item : Item.values()) {
                    if (item != Item.SHARE) {
                        family(instant, item, 0, space, family);
                    }
                    if (item.hasOwnParts()) {
                        family(instant, item, 1, space, family);
                    }
                }
            }
            total(at(Item.TOTAL, space, instant), instant);
            share(at(Item.SHARE, space, instant), instant);
        }
    }

    private void family(long instant, Item item, int figure, int space, int[] family) {
        Published whole = at(item, space, instant);
        if (whole == null) {
            return;
        }
        Map<String, Double> factors = new LinkedHashMap<>();
        factors.put(whole.name(figure), -1.0);
        double rest = (figure == 0 ? whole.first : whole.second) - parts(factors, instant, item, figure, family);
        if (!isComplete(item, instant, family)) {
            String undelivered = "what is not delivered beside " + factors.keySet();
            attacker.isTold(undelivered, rest);
            factors.put(undelivered, 1.0);
        }
        attacker.sum(factors);
    }

    /** Adds the known parts; in place of an unknown one, its own parts. */
    private double parts(Map<String, Double> factors, long instant, Item item, int figure, int... family) {
        double sum = 0;
        for (int child : family) {
            Published part = at(item, child, instant);
            if (part != null) {
                factors.put(part.name(figure), 1.0);
                sum += figure == 0 ? part.first : part.second;
            } else {
                for (int[] below : office.region().tree().families(child)) {
                    sum += parts(factors, instant, item, figure, below);
                }
            }
        }
        return sum;
    }

    private boolean isComplete(Item item, long instant, int... family) {
        for (int child : family) {
            int[][] below = office.region().tree().families(child);
            if (at(item, child, instant) == null && (below.length == 0 || !isComplete(item, instant, below[0]))) {
                return false;
            }
        }
        return true;
    }

    private void total(Published total, long instant) {
        if (total != null) {
            String part = at(Item.PART, total.space, instant).name(0);
            String other = at(Item.OTHER, total.space, instant).name(0);
            attacker.sum(Map.of(total.name(0), -1.0, part, 1.0, other, 1.0));
        }
    }

    /** A public share of a public population gives the part; that of a secret one gives the ratio of the two. */
    private void share(Published share, long instant) {
        if (share == null) {
            return;
        }
        String population = at(Item.POPULATION, share.space, instant).name(0);
        if (share.wasPublic && share.second > 0) {
            String part = at(Item.PART, share.space, instant).name(0);
            attacker.sum(Map.of(part, -1.0, population, share.first / share.second));
        } else if (share.denominatorWasPublic) {
            attacker.sees(population, share.second);
        }
    }
}
