package de.quartierwerk.demonstration.territory;

import de.quartierwerk.demonstration.Draw;
import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.membership.MunicipalityProfile;
import de.quartierwerk.demonstration.membership.RegionProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws the areas: an outline, municipalities spread evenly in it, in each municipality the sites of its spaces (in
 * towns closer together towards the centre), and the Voronoi cells of all sites. Sites outside the outline bound the
 * outermost cells, so that nothing has to be cut and the cells are a clean coverage from the start.
 */
public final class TerritoryGenerator {

    private static final int GROUPS_PER_DISTRICT = 3;
    private static final int FIRST_DISTRICT = 99001;
    private static final int EMPTY_DISTRICT = 99002;

    private final RegionSettings settings;
    private final GeometryFactory geometry = new GeometryFactory();
    private final List<List<MunicipalityProfile>> groups;
    private final Outline outline;

    private TerritoryGenerator(RegionSettings settings) {
        this.settings = settings;
        this.groups = RegionProfile.groups(settings.spaces());
        this.outline = Outline.draw(settings.seed(), groups.size() * MunicipalityProfile.STANDARD.size(), geometry);
    }

    /** The territory for these settings. */
    public static Territory generate(RegionSettings settings) {
        return new TerritoryGenerator(settings).generate();
    }

    /** Hectares of an area on the earth, rounded. */
    public static int hectares(Area area) {
        return (int) Math.round(Plane.squareMetres(area.boundary()) / 10_000);
    }

    private Territory generate() {
        List<Coordinate> centres = ordered(municipalityCentres());
        List<MunicipalityProfile> profiles =
                groups.stream().flatMap(List::stream).toList();
        List<List<Coordinate>> sites = spaceSites(centres, profiles);
        List<Coordinate> neighbours = outline.neighbours(settings.seed());
        List<Coordinate> all = new ArrayList<>(outline.beyond(settings.seed()));
        all.addAll(neighbours);
        sites.forEach(all::addAll);
        Map<Coordinate, Polygon> cells = Voronoi.cells(all, geometry);
        List<List<Geometry>> spaces = sites.stream()
                .map(list -> list.stream().map(site -> clean(cells.get(site))).toList())
                .toList();
        Geometry empty = CoverageUnion.union(neighbours.stream()
                .filter(site -> site.x > 0 && Math.abs(site.y) < site.x * 0.8)
                .map(site -> clean(cells.get(site)))
                .toArray(Geometry[]::new));
        return assemble(profiles, spaces, empty);
    }

    private List<Coordinate> municipalityCentres() {
        int count = groups.size() * MunicipalityProfile.STANDARD.size();
        List<Coordinate> random = inside(outline.polygon(), count, Draw.of(settings.seed(), "municipality", 0));
        return Voronoi.relaxed(random, outline.polygon(), 6, geometry);
    }

    /** Groups of ten neighbouring municipalities, in each the most central one first: it becomes the largest town. */
    private List<Coordinate> ordered(List<Coordinate> centres) {
        int perGroup = MunicipalityProfile.STANDARD.size();
        int columns = (int) Math.ceil(Math.sqrt(groups.size()));
        List<Coordinate> byX = centres.stream()
                .sorted(Comparator.comparingDouble(Coordinate::getX))
                .toList();
        List<Coordinate> result = new ArrayList<>(centres.size());
        for (int column = 0; column < columns; column++) {
            int from = groups.size() * column / columns * perGroup;
            int to = groups.size() * (column + 1) / columns * perGroup;
            List<Coordinate> byY = byX.subList(from, to).stream()
                    .sorted(Comparator.comparingDouble(Coordinate::getY))
                    .toList();
            for (int start = 0; start < byY.size(); start += perGroup) {
                List<Coordinate> group = byY.subList(start, start + perGroup);
                Coordinate middle = middle(group);
                group.stream()
                        .sorted(Comparator.comparingDouble(middle::distance))
                        .forEach(result::add);
            }
        }
        return result;
    }

    private static Coordinate middle(List<Coordinate> points) {
        double x = points.stream().mapToDouble(Coordinate::getX).sum() / points.size();
        double y = points.stream().mapToDouble(Coordinate::getY).sum() / points.size();
        return new Coordinate(x, y);
    }

    private List<List<Coordinate>> spaceSites(List<Coordinate> centres, List<MunicipalityProfile> profiles) {
        Map<Coordinate, Polygon> cells = Voronoi.cells(centres, geometry);
        List<List<Coordinate>> sites = new ArrayList<>(centres.size());
        for (int m = 0; m < centres.size(); m++) {
            Geometry limits = largest(cells.get(centres.get(m)).intersection(outline.polygon()));
            Draw draw = Draw.of(settings.seed(), "site", m);
            MunicipalityProfile profile = profiles.get(m);
            List<Coordinate> random = inside(limits, profile.spaces(), draw);
            List<Coordinate> even = profile.spaces() == 1
                    ? List.of(limits.getInteriorPoint().getCoordinate())
                    : Voronoi.relaxed(random, limits, 4, geometry);
            sites.add(profile.urban() ? gathered(even, limits) : even);
        }
        return sites;
    }

    private static Geometry largest(Geometry parts) {
        Geometry largest = parts.getGeometryN(0);
        for (int i = 1; i < parts.getNumGeometries(); i++) {
            if (parts.getGeometryN(i).getArea() > largest.getArea()) {
                largest = parts.getGeometryN(i);
            }
        }
        return largest;
    }

    /** Draws sites towards the centre, the more the closer they lie to it. */
    private static List<Coordinate> gathered(List<Coordinate> sites, Geometry limits) {
        Coordinate centre = limits.getCentroid().getCoordinate();
        double farthest = sites.stream().mapToDouble(centre::distance).max().orElse(1);
        return sites.stream()
                .map(site -> {
                    double pull = 0.72 + 0.28 * centre.distance(site) / farthest;
                    return new Coordinate(centre.x + (site.x - centre.x) * pull, centre.y + (site.y - centre.y) * pull);
                })
                .toList();
    }

    private static List<Coordinate> inside(Geometry limits, int count, Draw draw) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(limits);
        Envelope envelope = limits.getEnvelopeInternal();
        List<Coordinate> points = new ArrayList<>(count);
        while (points.size() < count) {
            Coordinate point = new Coordinate(
                    draw.between(envelope.getMinX(), envelope.getMaxX()),
                    draw.between(envelope.getMinY(), envelope.getMaxY()));
            if (locator.locate(point) == Location.INTERIOR) {
                points.add(point);
            }
        }
        return points;
    }

    /** In degrees, without repeated points, counter-clockwise as RFC 7946 asks. */
    private static Geometry clean(Geometry cell) {
        return Rings.normalised(Plane.toDegrees(cell));
    }

    private Territory assemble(List<MunicipalityProfile> profiles, List<List<Geometry>> cells, Geometry emptyDistrict) {
        int perDistrict = GROUPS_PER_DISTRICT * MunicipalityProfile.STANDARD.size();
        List<Area> districts = new ArrayList<>();
        List<Area> municipalities = new ArrayList<>();
        List<Area> spaces = new ArrayList<>();
        List<Integer> districtOf = new ArrayList<>();
        List<Integer> firstSpace = new ArrayList<>();
        for (int first = 0; first < profiles.size(); first += perDistrict) {
            int district = districts.size();
            String districtKey = Integer.toString(FIRST_DISTRICT + (district == 0 ? 0 : district + 1));
            List<Geometry> parts = new ArrayList<>();
            for (int m = first; m < Math.min(first + perDistrict, profiles.size()); m++) {
                String key = districtKey + String.format(Locale.ROOT, "%03d", m - first + 1);
                firstSpace.add(spaces.size());
                districtOf.add(district);
                addSpaces(key, m, cells.get(m), spaces);
                Geometry boundary = union(cells.get(m));
                municipalities.add(new Area(key, Names.municipality(m), districtKey, boundary));
                parts.add(boundary);
            }
            districts.add(new Area(districtKey, Names.district(district), null, union(parts)));
        }
        firstSpace.add(spaces.size());
        districts.add(new Area(
                Integer.toString(EMPTY_DISTRICT), Names.emptyDistrict(), null, Rings.normalised(emptyDistrict)));
        return new Territory(districts, municipalities, profiles, spaces, districtOf, firstSpace);
    }

    private static void addSpaces(String municipalityKey, int municipality, List<Geometry> cells, List<Area> spaces) {
        String form = cells.size() < 100 ? "%s-%02d" : "%s-%03d";
        for (int s = 0; s < cells.size(); s++) {
            spaces.add(new Area(
                    String.format(Locale.ROOT, form, municipalityKey, s + 1),
                    Names.space(municipality, s, cells.size()),
                    municipalityKey,
                    cells.get(s)));
        }
    }

    private static Geometry union(List<Geometry> parts) {
        return Rings.normalised(CoverageUnion.union(parts.toArray(Geometry[]::new)));
    }
}
