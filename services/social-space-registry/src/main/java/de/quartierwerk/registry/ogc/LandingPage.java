package de.quartierwerk.registry.ogc;

import java.util.List;

/** The landing page: what this is, and links to all of it. */
record LandingPage(String title, String description, List<Link> links) {}
