// Every page but a lesson.

import { formHelp } from "./page/forms";
import { livePart } from "./page/live";
import { neighbourKeys } from "./page/neighbours";
import { pageTools } from "./page/tools";

pageTools(false);
formHelp();
livePart();
neighbourKeys();
